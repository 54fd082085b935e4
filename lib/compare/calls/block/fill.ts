import { constants } from 'node:os';
import { MSG_DONTWAIT, POLLIN, recv, send } from '../../../raw';
import { type CallName, SyscallError } from '../../../index';
import type { Ends } from './block';
import { isReady } from './ready';

const { EAGAIN } = constants.errno;

const CHUNK = new Uint8Array(64 * 1024).fill(0x5a);

/** How often in a row the queue must answer that it is full: TCP acknowledges, and takes some more. */
const FULL = 16;
/** More messages than any queue holds. One that takes so many, as that of UDP, which throws away, is never full. */
const MOST = 100_000;

/** How long what is in the queue may take to arrive, in ms. */
const ARRIVAL = 1000;

/**
 * Fills the queue from the sender to the receiver until a message of this size is refused.
 *
 * @returns a function that empties it again.
 */
export function fillQueue({ sender, receiver, messages }: Ends, size: number): () => void {
  const message = CHUNK.length >= size ? CHUNK.subarray(0, size) : new Uint8Array(size);
  // Large messages first, where there are no boundaries: fewer calls fill it.
  let filled = messages ? 0 : pour(sender, CHUNK);
  for (let refused = 0; refused < FULL; refused++) {
    const more = pour(sender, message);
    if (more > 0) refused = 0;
    filled += more;
  }
  return () => empty(receiver, filled, size);
}

/** Sends until EAGAIN; how many bytes were taken. */
function pour(fd: number, bytes: Uint8Array): number {
  let taken = 0;
  for (let messages = 0; messages < MOST; messages++) {
    const sent = send(fd, bytes, MSG_DONTWAIT);
    if (sent === -EAGAIN) return taken;
    if (sent < 0) throw new SyscallError<CallName>('send', sent);
    taken += sent;
  }
  throw new Error('the queue never fills: sockets like these have no EAGAIN for who sends');
}

/** Receives what was sent, and what blocks have added to it, until there is nothing more. */
function empty(fd: number, filled: number, size: number): void {
  const room = new Uint8Array(Math.max(CHUNK.length, size));
  let left = filled;
  for (;;) {
    const got = recv(fd, room, MSG_DONTWAIT);
    if (got === -EAGAIN) {
      if (left <= 0 || !isReady(fd, POLLIN, ARRIVAL)) return;
      continue;
    }
    if (got <= 0) return;
    left -= got;
  }
}
