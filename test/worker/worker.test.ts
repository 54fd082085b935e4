import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AF_UNIX, MSG_DONTWAIT, SOCK_STREAM, asFd, close, recv, send, sendFds, socketpair } from '../../lib';
import type { WorkerReport } from './suite';

const execArgv = ['-r', 'ts-node/register'];

describe('worker threads', () => {
  it('run the core of this suite, two at once', async function () {
    this.timeout(120000);
    const workers = [1, 2].map(() => new Worker(join(__dirname, 'suite.ts'), { execArgv, stdout: true, stderr: true }));
    const reports = await Promise.all(workers.map(async (worker) => (await once(worker, 'message')) as [WorkerReport]));
    await Promise.all(workers.map((worker) => worker.terminate()));
    for (const [{ passed, failures }] of reports) {
      assert.deepEqual(failures, []);
      assert.ok(passed > 150, `only ${passed} passed`);
    }
  });

  it('share descriptors, which belong to the process', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const code = `
      const { recv, send, asFd } = require('sockcall');
      const { workerData, parentPort } = require('node:worker_threads');
      const buffer = Buffer.alloc(16);
      const count = recv(asFd(workerData), buffer);
      send(asFd(workerData), 'worker got ' + buffer.toString('utf8', 0, count));
      parentPort.postMessage('done');`;
    const worker = new Worker(code, { eval: true, workerData: Number(b) });
    send(a, 'hi');
    await once(worker, 'message');
    const buffer = Buffer.alloc(64);
    assert.equal(buffer.toString('utf8', 0, recv(asFd(a), buffer, MSG_DONTWAIT)), 'worker got hi');
    await worker.terminate();
    close(a);
    close(b);
  });

  it('pass descriptors to each other as processes do, also while one of them waits in recvmsg', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
    const code = `
      const { recvFds, send, close, asFd } = require('sockcall');
      const { workerData, parentPort } = require('node:worker_threads');
      parentPort.postMessage('waits');
      const { fds } = recvFds(asFd(workerData), 1);
      send(fds[0], 'by the worker');
      close(fds[0]);
      parentPort.postMessage('done');`;
    const worker = new Worker(code, { eval: true, workerData: Number(b) });
    await once(worker, 'message');
    const done = once(worker, 'message');
    sendFds(a, [far]);
    close(far);
    await done;
    const buffer = Buffer.alloc(64);
    assert.equal(buffer.toString('utf8', 0, recv(near, buffer)), 'by the worker');
    assert.equal(recv(near, buffer), 0);
    await worker.terminate();
    for (const fd of [a, b, near]) close(fd);
  });

  it('come and go without a trace: the addon is set up anew in each', async function () {
    this.timeout(60000);
    for (let turn = 0; turn < 10; turn++) {
      const code = `
          const sockcall = require('sockcall/raw');
        require('node:worker_threads').parentPort.postMessage(sockcall.close(-1) === -sockcall.EBADF);`;
      const worker = new Worker(code, { eval: true });
      // Asked for before the message: both events may come in one go.
      const exit = once(worker, 'exit');
      const [right] = (await once(worker, 'message')) as [boolean];
      assert.ok(right);
      await exit;
    }
  });
});
