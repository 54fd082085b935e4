import assert from 'node:assert/strict';
import { kinds } from './fixtures/kinds';
import { runFixture } from './child';

const DEADLINE_MS = 45_000;
const all = Object.keys(kinds);
const few = ['recv', 'accept', 'poll', 'close'];

describe('a process whose workers are blocked', function () {
  this.timeout(2 * DEADLINE_MS);

  const ends = [
    ['exit', 'by process.exit()', 0],
    ['throw', 'by an uncaught error, with workers that are about to be blocked', 1],
    ['reject', 'by an unhandled rejection', 1],
    ['end', 'because nothing is left to do, with its workers unref’ed', 0],
    ['deaf', 'by process.exit() after its listeners have been removed', 0],
  ] as const;
  for (const [how, words, expected] of ends) {
    it(`ends ${words}, in ${all.length} different calls`, async () => {
      const { code, signal, stdout } = await runFixture('end.js', [how, ...all], DEADLINE_MS);
      assert.deepEqual([stdout, code, signal], ['blocked\n', expected, null]);
    });
  }

  it('ends though its main thread has never loaded the package', async () => {
    const { code, signal, stdout } = await runFixture('unloaded.js', ['exit', ...few], DEADLINE_MS);
    assert.deepEqual([stdout, code, signal], ['blocked\n', 0, null]);
    const idle = await runFixture('unloaded.js', ['end', ...few], DEADLINE_MS);
    assert.deepEqual([idle.stdout, idle.code], ['blocked\nended\n', 0]);
  });

  it('ends a worker that has started blocked ones itself, by worker.terminate() alone', async () => {
    const { code, signal, stdout } = await runFixture('unloaded.js', ['nested', ...few], DEADLINE_MS);
    assert.deepEqual([stdout, code, signal], ['blocked\nended\n', 0, null]);
  });

  it('ends a worker that has started blocked ones itself and calls process.exit(), or has nothing left to do', async () => {
    for (const how of ['innerExit', 'innerEnd']) {
      const { code, signal, stdout } = await runFixture('unloaded.js', [how, ...few], DEADLINE_MS);
      assert.deepEqual([how, stdout, code, signal], [how, 'blocked\nended\n', 0, null]);
    }
  });
});
