import { Worker } from 'node:worker_threads';
import type { Defer } from './case';

/** Unlike others, this signal is ignored by a process that has no handler for it. */
const SIGNAL = 'SIGURG';

/** Words of the memory that is shared: what the thread shall do, and what it does. */
const WANTED = 0;
const ACTUAL = 1;
const IDLE = 0;
const BUSY = 1;

/** A thread, and not a process, whose end would be a signal, too, in the middle of the next test. */
const PROGRAM = `
  const { workerData: { state, signal } } = require('node:worker_threads');
  for (;;) {
    if (Atomics.load(state, ${WANTED}) === ${BUSY}) {
      process.kill(process.pid, signal);
      Atomics.wait(state, ${WANTED}, ${BUSY}, 10);
      continue;
    }
    Atomics.store(state, ${ACTUAL}, ${IDLE});
    Atomics.notify(state, ${ACTUAL});
    Atomics.wait(state, ${WANTED}, ${IDLE});
  }`;

const ignore = (): void => undefined;
let thread: Worker | undefined;
let state: Int32Array;

function start(): Worker {
  state = new Int32Array(new SharedArrayBuffer(8));
  return new Worker(PROGRAM, { eval: true, workerData: { state, signal: SIGNAL } });
}

/** Ends the thread, which has descriptors of its own. */
export async function noMoreSignals(): Promise<void> {
  await thread?.terminate();
  thread = undefined;
}

/** Sends signals to this process again and again until the case is over, so that one comes while the call waits. */
export function signals(defer: Defer): void {
  (thread ??= start()).unref();
  process.on(SIGNAL, ignore);
  Atomics.store(state, ACTUAL, BUSY);
  Atomics.store(state, WANTED, BUSY);
  Atomics.notify(state, WANTED);
  defer(() => {
    Atomics.store(state, WANTED, IDLE);
    // The thread may go to sleep without having seen that it was wanted: it is woken until it has answered.
    do Atomics.notify(state, WANTED);
    while (Atomics.wait(state, ACTUAL, BUSY, 10) === 'timed-out');
    process.off(SIGNAL, ignore);
  });
}
