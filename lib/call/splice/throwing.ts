import type { ActiveSocket, Fd } from '../../core/fd';
import { fail } from '../gate';
import { type Offset, offsetOf } from './offset';
import * as raw from './raw';

/**
 * `sendfile(fdOut, fdIn, offset, count)`: copies bytes of a file to a socket or another descriptor within the kernel,
 * without a detour through the memory of the process. Linux.
 *
 * With an offset the file's own position stays where it is, and the bytes copied are those from `offset` on: the next
 * ones begin at `offset` plus what was returned. The raw door writes that place into the caller's memory, as C does.
 * @param fdOut where to: mostly a socket; on Linux any descriptor that can be written, but for one in append mode.
 * @param fdIn a file, or another descriptor that can be mapped or spliced from; no socket.
 * @param offset where in the file to begin, in bytes; `null` for the file's own position, which is then moved on.
 * @param count how many bytes at most; Linux copies no more than 2147479552 in one call.
 * @returns how many bytes were copied, which may be fewer; 0 at the end of the file.
 * @throws {SyscallError} EAGAIN, EBADF, EINVAL, EPIPE, ENOTCONN and others.
 * @see sendfile(2), https://man7.org/linux/man-pages/man2/sendfile.2.html
 */
export function sendfile(fdOut: ActiveSocket, fdIn: Fd, offset: Offset | null, count: number): number {
  const result = raw.sendfile(fdOut, fdIn, offsetOf('offset', offset), count);
  return result < 0 ? fail('sendfile', result, fdOut) : result;
}

/**
 * `splice(fdIn, offIn, fdOut, offOut, length, flags)`: moves bytes between a pipe and another descriptor within the
 * kernel. One of the two must be a pipe: socket to pipe and pipe to socket make a relay. Linux.
 *
 * With an offset the descriptor's own position stays where it is; the raw door writes the place after the last byte
 * into the caller's memory, as C does.
 * @param fdIn where the bytes come from.
 * @param offIn where in it to begin, in bytes; `null` for its own position, and always for a pipe or a socket.
 * @param fdOut where they go to.
 * @param offOut where in it to begin, in bytes; `null` for its own position, and always for a pipe or a socket.
 * @param length how many bytes at most.
 * @param flags SPLICE_F_* constants, or-ed. SPLICE_F_NONBLOCK is for the pipe alone: a socket blocks as it is set to.
 * @returns how many bytes were moved, at most as many as the pipe has room for; 0 at the end.
 * @throws {SyscallError} EAGAIN, EBADF, EINVAL, ESPIPE, EPIPE and others.
 * @see splice(2), https://man7.org/linux/man-pages/man2/splice.2.html
 */
export function splice(
  fdIn: ActiveSocket,
  offIn: Offset | null,
  fdOut: ActiveSocket,
  offOut: Offset | null,
  length: number,
  flags = 0,
): number {
  const result = raw.splice(fdIn, offsetOf('offIn', offIn), fdOut, offsetOf('offOut', offOut), length, flags);
  return result < 0 ? fail('splice', result, fdIn) : result;
}
