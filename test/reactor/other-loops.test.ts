import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { programOf } from '../helpers/program';
import { withoutPreload } from '../helpers/preload';

const DEADLINE_MS = 60_000;
const SETTLED = join(__dirname, '..', 'helpers', 'settled.js');

const program = programOf(`
  const [a, b] = pair();
  const code = (error) => error.code ?? error.name;
  (async () => {
    const buffer = new Uint8Array(8);
    const seen = [];
    for (let i = 0; i < 500; i++) {
      const got = promises.recv(b, buffer);
      await promises.send(a, 'hi');
      seen.push(await got);
    }
    const pairs = Array.from({ length: 300 }, pair);
    const all = Promise.all(pairs.map(([, end]) => promises.recv(end, new Uint8Array(4))));
    for (const [end] of pairs) throwing.send(end, 'x');
    seen.push((await all).length);
    seen.push(await promises.recv(b, buffer, 0, 0, 8, { timeout: 5 }).catch(code));
    seen.push((await promises.getaddrinfo('127.0.0.1', '1'))[0].address.port);
    const last = promises.recv(b, buffer);
    throwing.close(b);
    seen.push(await last.catch(code));
    console.log(JSON.stringify(seen.slice(498)));
  })();`);

const expected = [2, 2, 300, 'ERR_SOCKCALL_TIMEOUT', 1, 'ECANCELED'];

function outputOf(command: string, args: readonly string[], env: NodeJS.ProcessEnv): unknown {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: DEADLINE_MS, env });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** Bun of the environment's, or on the path. */
function bun(): string | undefined {
  const command = process.env['BUN'] ?? 'bun';
  return spawnSync(command, ['--version'], { env: withoutPreload() }).status === 0 ? command : undefined;
}

describe('reactor: where the loop is no libuv’s', () => {
  const env = { ...process.env, SOCKCALL_REACTOR: 'thread', ASAN_OPTIONS: 'detect_leaks=0' };

  it('a thread waits', () => {
    assert.deepEqual(outputOf(process.execPath, ['-e', program], env), expected);
  });

  it('a thread waits for each worker, and ends with it', () => {
    const code = `
      const { Worker } = require('node:worker_threads');
      const { settled } = require(${JSON.stringify(SETTLED)});
      const code = ${JSON.stringify(
        programOf(`
          const { parentPort } = require('node:worker_threads');
          const [a, b] = pair();
          (async () => { for (;;) { const got = promises.recv(b, Buffer.alloc(8)); await promises.send(a, 'x'); await got; } })();
          promises.readable(a);
          parentPort.postMessage('runs');`),
      )};
      const threads = () => require('node:fs').readdirSync('/proc/self/task').length;
      (async () => {
        const counts = [threads()];
        for (let i = 0; i < 8; i++) {
          const worker = new Worker(code, { eval: true });
          await new Promise((resolve) => worker.once('message', resolve));
          await new Promise((resolve) => setTimeout(resolve, i));
          await worker.terminate();
          // The first one may leave threads of Node's own behind.
          counts.push(await settled(threads, counts[Math.min(i, 1)]));
        }
        console.log(JSON.stringify(counts[8] - counts[1]));
      })();`;
    assert.equal(outputOf(process.execPath, ['-e', code], env), 0);
  });

  it('Bun', function () {
    const command = bun();
    if (command === undefined) {
      this.test!.title += ' (skipped: there is none)';
      return this.skip();
    }
    assert.deepEqual(outputOf(command, ['-e', program], withoutPreload()), expected);
  });
});
