import { isMainThread, workerData } from 'node:worker_threads';
import { shutdown } from '../../../call/lifecycle/raw';
import { SHUT_RDWR } from '../../../core/constant';
import { asFd } from '../../../core/fd';
import { setAffinity } from '../affinity';
import { Control } from './control';
import { serve } from './serve';

/** What a peer is started with. */
export interface Start {
  readonly control: number;
  readonly cpu: number | null;
}

// This is what a peer's thread, or its process, runs. It imports no door, so that it is there soon.
const start = (isMainThread ? JSON.parse(process.argv[2]!) : workerData) as Start;
const fd = asFd(start.control);
// Ctrl-C goes to all processes of a terminal. It is the one that measures that decides when it is over.
if (isMainThread) process.on('SIGINT', () => {});
try {
  const control = new Control(fd);
  const failed = prepare(start.cpu);
  if (failed === undefined) serve(control, isMainThread ? 'process' : 'thread');
  else control.write({ failed });
} finally {
  // The descriptor of a thread is not its own. Whoever waits for it hears of its end in either case.
  shutdown(fd, SHUT_RDWR);
}

function prepare(cpu: number | null): string | undefined {
  try {
    if (cpu !== null) setAffinity([cpu]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
