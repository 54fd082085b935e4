import {
  type Fd,
  MSG_DONTWAIT,
  MSG_WAITALL,
  SOL_SOCKET,
  SO_RCVBUF,
  SO_SNDBUF,
  getsockopt,
  isSyscallError,
  recv,
  send,
  setsockopt,
} from '../../index';
import type { Pair } from './pair';

/** A message that a transport does not take whole: its sender would wait for a receiver that is the same thread. */
export class RoomError extends Error {}

/** Makes sure that a message of this size can be in flight while nobody receives. */
export function makeRoom(transport: string, pair: Pair, size: number): void {
  enlarge(pair.sender, SO_SNDBUF, size);
  enlarge(pair.receiver, SO_RCVBUF, size);
  const taken = trySend(pair.sender, size);
  if (taken > 0) recv(pair.receiver, new Uint8Array(taken), MSG_WAITALL);
  if (taken === size) return;
  throw new RoomError(
    `a message of ${size} bytes does not fit into the socket buffers of ${transport}: it took ${taken}`,
  );
}

/** macOS gives a unix socket 8 KiB. Linux gives enough, so nothing is set there that would alter the measurement. */
function enlarge(fd: Fd, option: number, size: number): void {
  if (getsockopt(fd, SOL_SOCKET, option) < 2 * size) setsockopt(fd, SOL_SOCKET, option, 4 * size);
}

function trySend(fd: Fd, size: number): number {
  try {
    return send(fd, new Uint8Array(size), MSG_DONTWAIT);
  } catch (error) {
    if (isSyscallError(error, 'send') && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
