import type { Bytes, Data } from '../../core/bytes';
import type { ActiveSocket, Fd } from '../../core/fd';
import { fail } from '../gate';
import * as raw from './raw';

/**
 * `send(fd, buffer, length, flags)`: sends bytes over a connected socket, the talking of a telephone call.
 *
 * It makes one system call. On a stream the kernel may take fewer bytes than were given, which is no error; on a
 * non-blocking socket without room it is EAGAIN. SIGPIPE is ignored in Node, so EPIPE comes as an error.
 * @param fd a connected socket.
 * @param buffer what to send; a string goes out as UTF-8.
 * @param flags MSG_* constants, or-ed.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes; up to the buffer's end if absent.
 * @returns how many bytes the kernel took.
 * @throws {SyscallError} EAGAIN, EPIPE, ECONNRESET, ENOTCONN, EMSGSIZE and others.
 * @see send(2), https://man7.org/linux/man-pages/man2/send.2.html
 */
export function send(fd: ActiveSocket, buffer: Data, flags = 0, offset = 0, length?: number): number {
  const result = raw.send(fd, buffer, flags, offset, length);
  return result < 0 ? fail('send', result, fd) : result;
}

/**
 * `recv(fd, buffer, length, flags)`: receives bytes from a socket, the listening of a telephone call.
 *
 * It makes one system call, for a length of 0 as well. A stream gives what has come, up to the length; a datagram
 * that is longer than the buffer loses its rest.
 * @param fd a socket.
 * @param buffer what to fill. Bytes outside the offset and length given are not touched.
 * @param flags MSG_* constants, or-ed: MSG_PEEK, MSG_WAITALL, MSG_DONTWAIT and others.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes at most; up to the buffer's end if absent.
 * @returns how many bytes came; 0 when the peer has ended the stream.
 * @throws {SyscallError} EAGAIN, ECONNRESET, ENOTCONN, ECONNREFUSED, EINTR and others.
 * @see recv(2), https://man7.org/linux/man-pages/man2/recv.2.html
 */
export function recv(fd: ActiveSocket, buffer: Bytes, flags = 0, offset = 0, length?: number): number {
  const result = raw.recv(fd, buffer, flags, offset, length);
  return result < 0 ? fail('recv', result, fd) : result;
}

/**
 * `read(fd, buffer, length)`: reads bytes from any descriptor; on a socket it is recv without flags, by way of the
 * file layer.
 *
 * With a length of 0 it differs from recv: it returns 0 at once and leaves a waiting datagram where it is.
 * @param fd any descriptor that can be read.
 * @param buffer what to fill. Bytes outside the offset and length given are not touched.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes at most; up to the buffer's end if absent.
 * @returns how many bytes came; 0 at the end.
 * @throws {SyscallError} EAGAIN, ECONNRESET, ENOTCONN, EINTR and others.
 * @see read(2), https://man7.org/linux/man-pages/man2/read.2.html
 */
export function read(fd: Fd, buffer: Bytes, offset = 0, length?: number): number {
  const result = raw.read(fd, buffer, offset, length);
  return result < 0 ? fail('read', result, fd) : result;
}

/**
 * `write(fd, buffer, length)`: writes bytes to any descriptor; on a socket it is send without flags, by way of the
 * file layer.
 * @param fd any descriptor that can be written.
 * @param buffer what to write; a string goes out as UTF-8.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes; up to the buffer's end if absent.
 * @returns how many bytes the kernel took, which may be fewer than were given.
 * @throws {SyscallError} EAGAIN, EPIPE, ECONNRESET, ENOTCONN, EDESTADDRREQ and others.
 * @see write(2), https://man7.org/linux/man-pages/man2/write.2.html
 */
export function write(fd: Fd, buffer: Data, offset = 0, length?: number): number {
  const result = raw.write(fd, buffer, offset, length);
  return result < 0 ? fail('write', result, fd) : result;
}
