import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const fixture = join(__dirname, 'fixtures', 'collected.ts');

interface Told {
  readonly lost: number;
  readonly left: number;
  readonly warnings: readonly string[];
}

function run(debug: string): Told {
  const env = { ...process.env, SOCKCALL_DEBUG: debug };
  const args = ['--expose-gc', '--no-warnings', '-r', 'ts-node/register', fixture];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env })) as Told;
}

const missing = process.platform === 'linux' ? '' : ' (skipped: there is no /proc)';

describe(`a Socket that is collected unclosed${missing}`, function () {
  this.timeout(60_000);

  before(function () {
    if (missing !== '') this.skip();
  });

  it('is closed, and told of by a warning; one that was closed or given away is not', () => {
    const { lost, left, warnings } = run('');
    assert.deepEqual([lost, left, warnings.length], [2, 0, 2]);
    for (const warning of warnings) {
      assert.match(
        warning,
        /^SockcallLeakWarning: A Socket .*its descriptor, \d+, is closed now; SOCKCALL_DEBUG=leaks /,
      );
    }
  });

  it('is told of with the place where it was opened, if SOCKCALL_DEBUG says leaks', () => {
    const { warnings } = run('other,leaks');
    assert.equal(warnings.length, 2);
    for (const warning of warnings) {
      assert.match(warning, /; It was opened here:\n +at loseSockets \(.*fixtures.collected\.ts:\d+:\d+\)\n/);
    }
  });

  it('is told of in a worker too', async () => {
    const execArgv = ['--expose-gc', '--no-warnings', '-r', 'ts-node/register'];
    const code = `
      const { parentPort } = require('node:worker_threads');
      const { AF_UNIX, SOCK_STREAM, Socket } = require('${join(__dirname, '..', '..', 'lib')}');
      process.on('warning', ({ name }) => parentPort.postMessage(name));
      for (let i = 0; i < 10; i++) Socket.pair(AF_UNIX, SOCK_STREAM);
      require('node:v8').setFlagsFromString('--expose-gc');
      const gc = globalThis.gc ?? require('node:vm').runInNewContext('gc');
      setInterval(gc, 1);`;
    const worker = new Worker(code, { eval: true, execArgv: execArgv.filter((arg) => arg !== '--expose-gc') });
    const names = new Set<string>();
    let count = 0;
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('message', (name: string) => {
        names.add(name);
        if ((count += 1) === 20) resolve();
      });
    });
    assert.deepEqual([...names], ['SockcallLeakWarning']);
    const exit = once(worker, 'exit');
    await worker.terminate();
    await exit;
  });
});
