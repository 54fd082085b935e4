import type { Bytes, Data } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import { fail } from '../gate';
import * as raw from './raw';

/**
 * `readv(fd, iov, iovcnt)`: reads bytes from any descriptor into several buffers, filling one after the other. This is
 * called scattering: a header and a body, say, come apart without being copied.
 *
 * It is one read: of a datagram socket one datagram, whose rest is lost if it is longer than all buffers together.
 * @param fd any descriptor that can be read.
 * @param buffers what to fill, in this order; of a slice of a buffer give a view. No more than 1024 on Linux (IOV_MAX).
 * @returns how many bytes came, of all buffers together; 0 at the end.
 * @throws {SyscallError} EAGAIN, ECONNRESET, ENOTCONN, EINTR, EINVAL for too many buffers, and others.
 * @see readv(2), https://man7.org/linux/man-pages/man2/readv.2.html
 */
export function readv(fd: Fd, buffers: readonly Bytes[]): number {
  const result = raw.readv(fd, buffers);
  return result < 0 ? fail('readv', result, fd) : result;
}

/**
 * `writev(fd, iov, iovcnt)`: writes the bytes of several buffers to any descriptor, in one go. This is called
 * gathering: a header and a body go out together without being copied into one buffer first.
 *
 * It is one write: on a datagram socket all buffers together are one datagram.
 * @param fd any descriptor that can be written.
 * @param buffers what to write, in this order; strings go out as UTF-8. No more than 1024 on Linux (IOV_MAX).
 * @returns how many bytes the kernel took, which may be fewer than were given, and may end within a buffer.
 * @throws {SyscallError} EAGAIN, EPIPE, ECONNRESET, EMSGSIZE, EINVAL for too many buffers, and others.
 * @see writev(2), https://man7.org/linux/man-pages/man2/writev.2.html
 */
export function writev(fd: Fd, buffers: readonly Data[]): number {
  const result = raw.writev(fd, buffers);
  return result < 0 ? fail('writev', result, fd) : result;
}
