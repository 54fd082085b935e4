import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { asFd, close } from '../../lib';
import { recv, send } from '../../lib/promises';
import { openDescriptors } from '../helpers/descriptors';
import { kinds } from '../helpers/kinds';
import { programOf, run } from '../helpers/program';

function start(code: string, workerData: unknown): Worker {
  const head = `const { parentPort, workerData } = require('node:worker_threads');`;
  return new Worker(head + programOf(code), { eval: true, workerData });
}

/** How many instances of epoll the process has: a reactor, or a loop. */
function epolls(): number {
  return [...(openDescriptors() ?? new Map<number, string>()).values()].filter((target) => target.includes('eventpoll'))
    .length;
}

describe('reactor: worker threads', () => {
  it('have one of their own each', async () => {
    const pairs = [1, 2, 3].map(() => kinds[0]!.open());
    const workers = pairs.map(({ b }) =>
      start(
        `const buffer = Buffer.alloc(4);
        parentPort.postMessage('waits');
        promises.recv(workerData, buffer).then((count) => parentPort.postMessage(String(buffer.subarray(0, count))));`,
        b,
      ),
    );
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    const texts = workers.map(async (worker) => ((await once(worker, 'message')) as [string])[0]);
    const ended = workers.map((worker) => once(worker, 'exit'));
    for (const [index, { a }] of pairs.entries()) await send(a, `no ${index}`);
    assert.deepEqual(await Promise.all(texts), ['no 0', 'no 1', 'no 2']);
    assert.deepEqual(await Promise.all(ended), [[0], [0], [0]]);
    for (const { a, b } of pairs) [a, b].forEach((fd) => close(fd));
  });

  const endings: readonly [string, string][] = [
    ['terminate', ''],
    ['process.exit', 'process.exit(0);'],
    ['an uncaught error', `throw new Error('on purpose');`],
  ];
  for (const [name, code] of endings) {
    it(`that end by ${name} in the middle of waits leave nothing open`, async () => {
      const { a, b } = kinds[0]!.open();
      const before = epolls();
      for (let round = 0; round < 5; round++) {
        const worker = start(
          `for (let i = 0; i < 20; i++) promises.recv(workerData, Buffer.alloc(1)).catch(() => {});
          promises.readable(workerData, { timeout: 1e6 });
          promises.getaddrinfo('127.0.0.1');
          promises.recv(workerData, Buffer.alloc(1)).then(() => { ${code} });
          parentPort.postMessage('waits');`,
          b,
        );
        worker.on('error', () => {});
        const ended = new Promise((resolve) => worker.once('exit', resolve));
        // It may have ended by then, of the bytes that were left.
        await Promise.race([ended, new Promise((resolve) => worker.once('message', resolve))]);
        await send(a, Buffer.alloc(30));
        if (code === '') await worker.terminate();
        await ended;
      }
      assert.equal(epolls(), before);
      [a, b].forEach((fd) => close(fd));
    });
  }

  it('that are ended at any moment do no harm', async () => {
    const { status, signal, errors } = await run(`
      const { Worker } = require('node:worker_threads');
      const code = ${JSON.stringify(
        `${programOf(`
        const [a, b] = pair();
        (async () => { for (;;) { const got = promises.recv(b, Buffer.alloc(8)); await promises.send(a, 'x'); await got; } })();
        (async () => { for (;;) await promises.getaddrinfo('127.0.0.1'); })();
        (async () => { for (;;) await promises.readable(a, { timeout: 1 }).catch(() => {}); })();
        require('node:worker_threads').parentPort.postMessage('runs');`)}`,
      )};
      (async () => {
        for (let i = 0; i < 12; i++) {
          const worker = new Worker(code, { eval: true });
          await new Promise((resolve) => worker.once('message', resolve));
          await new Promise((resolve) => setTimeout(resolve, i));
          await worker.terminate();
        }
      })();`);
    assert.deepEqual({ status, signal, errors }, { status: 0, signal: null, errors: '' });
  });

  it('share descriptors: one may wait for what another writes to', async () => {
    const { a, b } = kinds[0]!.open();
    const worker = start(`promises.send(workerData, 'x').then(() => parentPort.postMessage(''));`, Number(asFd(a)));
    assert.equal(await recv(b, Buffer.alloc(1)), 1);
    await once(worker, 'exit');
    [a, b].forEach((fd) => close(fd));
  });
});
