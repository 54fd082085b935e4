import type { Worker } from 'node:worker_threads';
import { wrongType } from '../core/misuse';
import { native } from '../core/native';
import { isWorker } from './target';

/**
 * `terminate(worker)`: what `worker.terminate()` does, also for a worker that is blocked in a call, where that alone
 * would wait until the call has answered.
 *
 * No code of the worker runs any more, so it sees no EINTR; descriptors that it has opened stay open, since they belong
 * to the process.
 * @param worker that has loaded this package, or not.
 * @returns a promise of its exit code, which is 1, or the code with which it had ended before; `undefined` if that was
 * known already.
 * @throws {TypeError} if it is no worker.
 */
export function terminate(worker: Worker): Promise<number> {
  if (!isWorker(worker)) throw wrongType('worker', 'an instance of Worker', worker);
  const { threadId } = worker;
  // First, so that no code of the worker's sees what comes next.
  const ended = worker.terminate();
  native.endThread(threadId);
  return ended;
}
