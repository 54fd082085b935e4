import { answer, setInts } from '../core/frame';
import { native } from '../core/native';
import { SyscallError } from '../core/error/syscall-error';

// Where things are in the memory that is shared with native/reactor/ring.h.
const PENDING = 0;
const ALIVE = 1;
const TURN = 2;
const COUNT = 3;
const READY = 4;
const READY_SIZE = 3;

const { reactorWatch, reactorUnwatch, reactorFollow } = native;

/** Empty until the first wait. Its element is undefined then, which no turn is equal to. */
let ring = new Int32Array(0);
let onReady: (fd: number, generation: number, sides: number, batch: number) => void;
let onBatch: () => void;

/** Makes the reactor of this thread, when something waits for the first time. */
export function openRing(batch: typeof onBatch, ready: typeof onReady): void {
  if (ring.length > 0) return;
  setInts(isLoopOfLibuv() ? 0 : 1);
  const memory = native.reactorOpen(takeBatch);
  const result = answer();
  if (result < 0) throw new SyscallError('epoll_create1', result);
  ring = new Int32Array(memory!);
  onBatch = batch;
  onReady = ready;
}

/** Bun's is not, and ends the process when a descriptor is to be watched by it. The variable is for tests. */
function isLoopOfLibuv(): boolean {
  return process.versions['bun'] === undefined && process.env['SOCKCALL_REACTOR'] !== 'thread';
}

/** All of a batch is settled in this one call; what awaits it goes on when it has returned. */
function takeBatch(): void {
  onBatch();
  const end = READY + ring[COUNT]! * READY_SIZE;
  const batch = ring[TURN]!;
  for (let at = READY; at < end; at += READY_SIZE) onReady(ring[at]!, ring[at + 1]!, ring[at + 2]!, batch);
}

/** A number that is another in each batch, microtasks included; 0 outside of them. */
export function batchNow(): number {
  const turn = ring[TURN]!;
  return (turn & 1) === 1 ? turn : 0;
}

/** One more wait is pending. The first keeps the process alive. */
export function addPending(): void {
  if ((ring[PENDING]! += 1) === 1 && ring[ALIVE] === 0) reactorFollow();
}

/** One fewer. In a batch the addon looks at its end, since mostly the next wait begins before. */
export function removePending(): void {
  if ((ring[PENDING]! -= 1) === 0 && (ring[TURN]! & 1) === 0) reactorFollow();
}

/** What watching a descriptor was, beside -errno. */
export const WATCHED = 0;
export const WATCHED_ANEW = 1;

/** Has the kernel tell when these sides of a descriptor are ready, and at once if they are. */
export function watch(fd: number, sides: number, generation: number, known: boolean): number {
  setInts(fd, sides, generation, known ? 1 : 0);
  reactorWatch();
  return answer();
}

/** It fails if the descriptor was closed by somebody else, and then there is nothing to be done. */
export function unwatch(fd: number): void {
  setInts(fd);
  reactorUnwatch();
}
