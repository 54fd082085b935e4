import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { getprotobynumber, getservbyport } from '../../lib';

const ROUNDS = 1500;

/** Looks one service and one protocol up again and again; answers how many answers were of something else. */
const code = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { getprotobynumber, getservbyport } = require('sockcall');
  const expected = JSON.stringify([workerData.service, workerData.protocol]);
  parentPort.once('message', () => {
    let wrong = 0;
    for (let round = 0; round < ${ROUNDS}; round++) {
      const { port, proto } = workerData.service;
      const found = [getservbyport(port, proto), getprotobynumber(workerData.protocol.proto)];
      if (JSON.stringify(found) !== expected) wrong++;
    }
    parentPort.postMessage(wrong);
  });
  parentPort.postMessage('ready');`;

describe('lookups in two workers at once', () => {
  it('give each what it asked for: the entries lie in no memory that threads share', async function () {
    this.timeout(60_000);
    const entries = [
      [7, 6],
      [9, 17],
    ].map(([port, number]) => ({ service: getservbyport(port!), protocol: getprotobynumber(number!) }));
    if (entries.some(({ service, protocol }) => service === undefined || protocol === undefined)) {
      this.test!.title += ' (skipped: this machine has no /etc/services)';
      return this.skip();
    }
    const workers = entries.map((entry) => new Worker(code, { eval: true, workerData: entry }));
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    const answers = workers.map((worker) => once(worker, 'message'));
    workers.forEach((worker) => worker.postMessage('go'));
    assert.deepEqual(await Promise.all(answers), [[0], [0]]);
    await Promise.all(workers.map((worker) => worker.terminate()));
  });
});
