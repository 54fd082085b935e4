import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withoutPreload } from '../helpers/preload';
import { skipFor } from '../helpers/namespace';

const compiler = process.env['CC'] ?? 'cc';
/** SIGRTMAX - 2 on Linux, as the C library numbers them. */
const DEFAULT = 62;
const root = join(__dirname, '..', '..');

/** Runs a few lines in a process of their own, where the signal may be changed. */
function printed(code: string): string {
  return execFileSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).trim();
}

describe('the signal of interruptions', () => {
  it('is SIGRTMAX - 2 on Linux, which Node has no name for', function () {
    if (process.platform !== 'linux') return skipFor(this, 'not Linux');
    assert.equal(printed("console.log(require('sockcall').interruptSignal())"), String(DEFAULT));
    assert.ok(!Object.values(constants.signals).includes(DEFAULT));
  });

  it('can be another before the first interruption, and only then', () => {
    const code = `
      const { interruptSignal, interrupt, terminate } = require('sockcall');
      const { start } = require('./test/thread/fixtures/start');
      const attempt = (number) => { try { return interruptSignal(number); } catch ({ name, code }) { return name + ' ' + code; } };
      (async () => {
        console.log([50, ${constants.signals.SIGURG}, 9, 0, -1, 11, 1e9, 1.5, 'x', NaN, null].map(attempt).join());
        const blocked = await start('recv');
        while (!interrupt(blocked.worker));
        console.log(await blocked.answer(), attempt(50), attempt(${constants.signals.SIGURG}), attempt());
        await terminate(blocked.worker);
      })();`;
    const range = 'RangeError ERR_OUT_OF_RANGE';
    const type = 'TypeError ERR_INVALID_ARG_TYPE';
    const { SIGURG } = constants.signals;
    assert.deepEqual(printed(code).split('\n'), [
      [50, SIGURG, range, range, range, range, range, range, type, range, type].join(),
      `EINTR Error ERR_INVALID_STATE ${SIGURG} ${SIGURG}`,
    ]);
  });

  it('leaves a program alone that uses it itself: its handler runs for its own signals only', async function () {
    this.timeout(40_000);
    if (spawnSync(compiler, ['--version']).error !== undefined) return skipFor(this, `there is no ${compiler}`);
    const folder = mkdtempSync(join(tmpdir(), 'handler-'));
    const library = join(folder, 'handler.so');
    const source = join(__dirname, 'fixtures', 'handler.c');
    execFileSync(compiler, ['-shared', '-fPIC', '-o', library, source], { env: withoutPreload() });
    try {
      assert.deepEqual(await useSignal('0', library), ['1 7', '2 7', '3 7']);
      assert.deepEqual(await useSignal(String(DEFAULT - 1), library), ['1 7', '2 7', '3 7']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('ends a process without a handler as it would have before', async () => {
    // A shell tells by which signal it was, for which Node has no name.
    const command = [process.execPath, join(__dirname, 'fixtures', 'signal.js')];
    const preload = process.env['LD_PRELOAD'] ?? '';
    const shell = spawn('sh', ['-c', 'LD_PRELOAD="$0" "$@" <&3; echo "$?"', preload, ...command], {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
      env: withoutPreload(),
    });
    const lines = createInterface(shell.stdout!)[Symbol.asyncIterator]();
    const [, , pid] = String((await lines.next()).value).split(' ');
    execFileSync('/usr/bin/kill', ['-s', String(DEFAULT), pid!], { env: withoutPreload() });
    assert.equal((await lines.next()).value, String(128 + DEFAULT));
  });
});

/** Sends the signal with the value 7 three times to a program that has interrupted a worker; gives what its handler saw. */
async function useSignal(number: string, library: string): Promise<string[]> {
  // A sanitizer's runtime has to be the first.
  const preload = [process.env['LD_PRELOAD'], library].filter(Boolean).join(':');
  const child = spawn(process.execPath, [join(__dirname, 'fixtures', 'signal.js'), number], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
    env: { ...process.env, LD_PRELOAD: preload },
  });
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const seen = createInterface(child.stdio[3] as NodeJS.ReadableStream)[Symbol.asyncIterator]();
  const signals: string[] = [];
  assert.match(String((await lines.next()).value), /^ready /);
  for (let times = 0; times < 3; times++) {
    // procps' kill, since a shell's own has no values.
    execFileSync('/usr/bin/kill', ['-q', '7', '-s', String(DEFAULT), String(child.pid)], { env: withoutPreload() });
    signals.push(String((await seen.next()).value));
  }
  const exit = once(child, 'exit');
  child.stdin!.end();
  assert.equal((await lines.next()).value, 'done');
  assert.deepEqual(await exit, [0, null]);
  return signals;
}
