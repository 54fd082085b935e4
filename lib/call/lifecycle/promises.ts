import { SyscallError } from '../../core/error/syscall-error';
import type { Fd } from '../../core/fd';
import { rejected } from '../../reactor/turn';
import * as raw from './raw';

/**
 * `close(fd)`: gives the descriptor back. What waits for it in this thread is rejected with ECANCELED before.
 *
 * Every door's close does so; here the answer comes as a promise.
 * @param fd any descriptor.
 * @throws {SyscallError} EBADF, EIO, EINTR.
 * @see close(2), https://man7.org/linux/man-pages/man2/close.2.html
 */
export function close(fd: Fd): Promise<void> {
  try {
    const result = raw.close(fd);
    return result < 0 ? rejected(new SyscallError('close', result, { fd })) : Promise.resolve();
  } catch (error) {
    return rejected(error);
  }
}
