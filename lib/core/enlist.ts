import type { Native } from './native';

type WorkerThreads = typeof import('node:worker_threads');

/**
 * Enters this thread among those that can be interrupted, and sees to it that no other one keeps the process, or this
 * worker, from ending. The addon knows the main thread, so that node:worker_threads is not loaded there.
 */
export function enlist(native: Native): void {
  const threads = native.onFirstThread === true ? undefined : (require('node:worker_threads') as WorkerThreads);
  const main = threads === undefined || threads.isMainThread;
  // Bun ends a process that asks for its event loop.
  const first = native.enterThread(main ? 0 : threads.threadId, !main && process.versions['bun'] === undefined);
  if (!first) return;
  if (main) process.on('exit', () => native.endOtherThreads());
  else process.once('worker', (worker) => endWithThis(native, worker.threadId));
}

/** A worker that ends waits for those that it has started. */
function endWithThis(native: Native, first: number): void {
  const started = [first];
  process.on('worker', (worker) => started.push(worker.threadId));
  process.on('exit', () => started.forEach((threadId) => native.endThread(threadId)));
}
