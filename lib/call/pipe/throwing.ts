import type { Fd } from '../../core/fd';
import { withCloexec } from '../close-on-exec';
import { fail } from '../gate';
import * as raw from './raw';

/**
 * `pipe2(pipefd, flags)`: makes a pipe: what is written to its second end is read from its first; close-on-exec. Linux.
 * @param flags O_NONBLOCK for both ends, O_DIRECT for packets, or 0; O_CLOEXEC is added.
 * @returns both descriptors, the reading end first.
 * @throws {SyscallError} EMFILE, ENFILE, EINVAL.
 * @see pipe2(2), https://man7.org/linux/man-pages/man2/pipe2.2.html
 */
export function pipe2(flags = 0): [read: Fd, write: Fd] {
  const pipefd = new Int32Array(2);
  const result = raw.pipe2(withCloexec('flags', flags), pipefd);
  return result < 0 ? fail('pipe2', result) : ([pipefd[0], pipefd[1]] as [Fd, Fd]);
}

/**
 * `eventfd(initval, flags)`: makes a counter that wakes those who poll it; close-on-exec. Linux.
 *
 * `write` adds to it the eight bytes that it is given, a BigUint64Array of one say; `read` gives its value in eight
 * bytes and sets it to 0, or takes 1 from it with EFD_SEMAPHORE, and waits while it is 0.
 * @param initval its value at first, of 32 bits.
 * @param flags EFD_NONBLOCK and EFD_SEMAPHORE, or-ed, or 0; EFD_CLOEXEC is added.
 * @returns its descriptor.
 * @throws {SyscallError} EMFILE, ENFILE, EINVAL, ENOMEM.
 * @see eventfd(2), https://man7.org/linux/man-pages/man2/eventfd.2.html
 */
export function eventfd(initval = 0, flags = 0): Fd {
  const result = raw.eventfd(initval, withCloexec('flags', flags));
  return result < 0 ? fail('eventfd', result) : (result as Fd);
}
