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
} from '../../../index';
import type { TransportName } from '../conditions';
import type { Pair } from './pair';
import type { SocketOptions, Transport } from './transport';

/** A message that a transport does not take whole. */
export class RoomError extends Error {}

interface Where extends Transport {
  readonly name: TransportName;
}

/** Makes sure, from one end to the other, that a message of this size can be in flight while nobody receives. */
export function makeRoom(where: Where, { near, far }: Pair, size: number, options: SocketOptions): void {
  enlarge(near, SO_SNDBUF, size, options.sndbuf);
  enlarge(far, SO_RCVBUF, size, options.rcvbuf);
  const taken = trySend(where, near, size);
  // A datagram that its receiver's buffer has no room for is dropped without a word.
  const arrived = taken > 0 ? take(where, far, taken) : 0;
  if (arrived === size) return;
  throw new RoomError(
    `${sizeOn(where, size)} does not fit into the socket buffers: they took ${arrived}. ` +
      'Take smaller messages, or larger SO_SNDBUF and SO_RCVBUF.',
  );
}

/** macOS gives a unix socket 8 KiB. Linux gives enough, so nothing is set there that would alter the measurement. */
function enlarge(fd: Fd, option: number, size: number, asked: number | null): void {
  if (asked === null && getsockopt(fd, SOL_SOCKET, option) < 2 * size) setsockopt(fd, SOL_SOCKET, option, 4 * size);
}

function trySend(where: Where, fd: Fd, size: number): number {
  try {
    return send(fd, new Uint8Array(size), MSG_DONTWAIT);
  } catch (error) {
    if (!isSyscallError(error, 'send')) throw error;
    if (error.code === 'EMSGSIZE') throw tooLong(where, size, error);
    if (error.code === 'EAGAIN' || error.code === 'ENOBUFS') return 0;
    throw error;
  }
}

function tooLong(where: Where, size: number, cause: Error): RoomError {
  const { largest } = where;
  const why = largest === undefined ? 'is longer than its send buffer allows' : `is too long: ${largest} is the most`;
  const remedy = largest === undefined ? ', or a larger SO_SNDBUF' : '';
  return new RoomError(`${sizeOn(where, size)} ${why}. Take smaller messages${remedy}.`, { cause });
}

function take(where: Where, fd: Fd, size: number): number {
  const buffer = new Uint8Array(size);
  if (!where.bounds) return recv(fd, buffer, MSG_WAITALL);
  try {
    return recv(fd, buffer, MSG_DONTWAIT);
  } catch (error) {
    if (isSyscallError(error, 'recv') && error.code === 'EAGAIN') return 0;
    throw error;
  }
}

function sizeOn({ name }: Where, size: number): string {
  return `a message of ${size} bytes on ${name}`;
}
