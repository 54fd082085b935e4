import { Worker } from 'node:worker_threads';
import { terminate } from '../../../index';
import type { Body } from './body';
import { entry } from './entry';
import type { Start } from './main';

/** Starts a peer in a thread of this process. */
export function startThread(start: Start): Body {
  const { file, execArgv } = entry();
  const worker = new Worker(file, { workerData: start, execArgv: [...execArgv] });
  const ended = new Promise<string>((resolve) => {
    worker.once('error', (error: unknown) =>
      resolve(`failed: ${error instanceof Error ? error.message : String(error)}`),
    );
    worker.once('exit', () => resolve('ended by itself'));
  });
  // It is whoever measures that keeps the process alive.
  worker.unref();
  return {
    name: 'the peer thread',
    ended,
    end: async () => {
      await terminate(worker);
    },
  };
}
