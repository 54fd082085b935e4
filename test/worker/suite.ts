// The core of the suite, run by mocha inside of a worker thread: started by worker.test.ts, in two workers at once.
import { join } from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';
import Mocha from 'mocha';

/** What the worker tells when it is done. */
export interface WorkerReport {
  readonly passed: number;
  readonly failures: readonly string[];
}

// Not those that look whether a number is free again: it may be another thread's a moment later.
const files = [
  'address/address.test.ts',
  'address/family.test.ts',
  'call/connection.test.ts',
  'call/ioctl.test.ts',
  'call/lifecycle.test.ts',
  'call/message.test.ts',
  'call/name.test.ts',
  'call/network.test.ts',
  'call/option.test.ts',
  'call/presentation.test.ts',
  'call/resolve.test.ts',
  'call/service.test.ts',
  'call/transfer.test.ts',
  'call/watch.test.ts',
  'compound/transfer.test.ts',
  'core/choke-point.test.ts',
  'core/error.test.ts',
  'eai/eai.test.ts',
  'hostile/bounds.test.ts',
  'message/address.test.ts',
  'message/control.test.ts',
  'message/message.test.ts',
  'socket/promises.test.ts',
  'socket/stream.test.ts',
];

if (!isMainThread) {
  const mocha = new Mocha({ reporter: Mocha.reporters.Base, timeout: 60000 });
  const failures: string[] = [];
  let passed = 0;
  for (const file of files) mocha.addFile(join(__dirname, '..', file));
  mocha
    .run(() => parentPort!.postMessage({ passed, failures } satisfies WorkerReport))
    .on('pass', () => passed++)
    .on('fail', (test, error: Error) => failures.push(`${test.fullTitle()}: ${error.stack ?? error.message}`));
}
