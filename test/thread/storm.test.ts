import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { AF_UNIX, SOCK_STREAM, close, interrupt, socketpair } from '../../lib';

const INTERRUPTIONS = 1000;

interface Report {
  readonly exchanges: number;
  readonly wrong: number;
  readonly errors: Readonly<Record<string, number>>;
}

describe('a storm of interruptions', () => {
  it('shows to threads that make short calls as EINTR only, and loses nothing', async function () {
    this.timeout(60_000);
    const pair = socketpair(AF_UNIX, SOCK_STREAM);
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const workers = pair.map((fd, place) => {
      const workerData = { fd: Number(fd), serves: place === 0, flag };
      return new Worker(join(__dirname, 'fixtures', 'rally.js'), { workerData });
    });
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    let interrupted = 0;
    for (let turn = 0; interrupted < INTERRUPTIONS; turn++) {
      if (interrupt(workers[turn % 2]!)) interrupted++;
      // The workers' errors would else come never.
      if (turn % 50 === 0) await setImmediate();
    }
    const reports = Promise.all(workers.map(async (worker) => (await once(worker, 'message')) as [Report]));
    Atomics.store(flag, 0, 1);
    const seen = await reports;
    for (const [{ wrong, errors }] of seen) {
      assert.equal(wrong, 0);
      assert.deepEqual(
        Object.keys(errors).filter((name) => name !== 'EINTR'),
        [],
      );
    }
    const [[one], [other]] = seen as [[Report], [Report]];
    assert.ok(Math.abs(one.exchanges - other.exchanges) <= 1, `${one.exchanges} and ${other.exchanges}`);
    const eintrs = seen.reduce((sum, [{ errors }]) => sum + (errors['EINTR'] ?? 0), 0);
    // A call may answer before the signal has come, and then nobody sees it.
    assert.ok(eintrs > 0 && eintrs <= 2 * INTERRUPTIONS, `${eintrs} calls answered EINTR`);
    await Promise.all(workers.map((worker) => worker.terminate()));
    pair.forEach(close);
  });
});
