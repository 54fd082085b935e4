import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { terminate } from '../../lib';
import { type Ended, runFixture } from './child';

/** Each starts a worker for each of the kinds. */
const ROUNDS = Number(process.env['SOCKCALL_ROUNDS'] ?? 5);

interface Report {
  readonly times: readonly [kind: string, milliseconds: number][];
  readonly threads: number;
  readonly descriptors: number;
}

describe('terminate()', () => {
  it('ends workers that are blocked in any call, or about to be; no thread and no descriptor is left', async function () {
    this.timeout(20_000 * (ROUNDS + 1));
    const { code, stdout, stderr }: Ended = await runFixture('terminate.js', [String(ROUNDS)], 15_000 * (ROUNDS + 1));
    assert.equal(code, 0, stderr);
    const { times, threads, descriptors } = JSON.parse(stdout) as Report;
    const sorted = times.map(([, time]) => time).sort((a, b) => a - b);
    assert.ok(sorted.length >= 20 * ROUNDS);
    assert.equal(descriptors, 0);
    // A sanitizer may have had one more at first.
    assert.ok(threads <= 0, `${threads} threads are left`);
    const [kind, slowest] = times.reduce((slow, each) => (each[1] > slow[1] ? each : slow));
    this.test!.title += ` (median ${sorted[sorted.length >> 1]!.toFixed(1)} ms, ${kind} ${slowest.toFixed(1)} ms)`;
    // What is wanted is 100 ms, and what is seen far less; a machine that does ten other things may be late.
    assert.ok(slowest < 5000, `${kind} took ${slowest} ms`);
  });

  it('ends a worker that never loaded this package, or that makes no call, as worker.terminate() does', async () => {
    for (const code of ['for (;;);', 'setInterval(() => {}, 1000)']) {
      const worker = new Worker(code, { eval: true });
      await once(worker, 'online');
      assert.equal(await terminate(worker), 1);
    }
  });

  it('may come at any moment: while the package loads, and in the middle of what a call gives', async function () {
    this.timeout(60_000);
    const { code, signal, stdout, stderr } = await runFixture('anytime.js', ['50'], 60_000);
    assert.deepEqual([stdout, code, signal], ['done', 0, null], stderr);
  });

  it('may be called twice, and after the end', async () => {
    const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
    await once(worker, 'online');
    assert.deepEqual(await Promise.all([terminate(worker), terminate(worker)]), [1, 1]);
    await terminate(worker);
  });

  it('takes a worker, and nothing else', () => {
    for (const value of [0, 1, undefined, null, {}, { threadId: 1 }, 'x'] as never[]) {
      assert.throws(() => terminate(value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
    }
  });
});
