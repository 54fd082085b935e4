import type { Worker } from 'node:worker_threads';
import { checkInt } from '../core/check';
import { wrongType } from '../core/misuse';

/** A worker, or the id that a thread has in JavaScript: `worker.threadId` outside, `threadId` inside; the main thread's is 0. */
export type ThreadTarget = Worker | number;

type WorkerThreads = typeof import('node:worker_threads');

export function isWorker(value: unknown): value is Worker {
  return value instanceof (require('node:worker_threads') as WorkerThreads).Worker;
}

/** The id of a thread; -1 for a worker that has ended. */
export function threadIdOf(name: string, target: unknown): number {
  if (typeof target === 'number') return checkInt(name, target);
  if (!isWorker(target)) throw wrongType(name, 'an instance of Worker or of type number', target);
  return target.threadId;
}
