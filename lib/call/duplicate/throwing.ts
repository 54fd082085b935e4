import type { Fd } from '../../core/fd';
import { fail } from '../gate';
import { dup2Cloexec, dup3Cloexec, dupCloexec } from './cloexec';

/**
 * `dup(oldfd)`: makes a second descriptor of the same open file, as a second handset on one line: both share the file
 * offset and the status flags, O_NONBLOCK among them, and the connection ends when the last one is closed.
 *
 * The new descriptor is close-on-exec. dup itself can't set that flag, so it is `fcntl(oldfd, F_DUPFD_CLOEXEC, 0)` that
 * is called, which is dup with the flag; the raw door calls dup.
 * @param oldfd any descriptor.
 * @returns the lowest descriptor that was free, of the same type.
 * @throws {SyscallError} EBADF, EMFILE.
 * @see dup(2), https://man7.org/linux/man-pages/man2/dup.2.html
 */
export function dup<S extends Fd>(oldfd: S): S {
  const result = dupCloexec(oldfd);
  return result < 0 ? fail('dup', result, oldfd) : (result as S);
}

/**
 * `dup2(oldfd, newfd)`: makes `newfd` a second descriptor of the same open file. What `newfd` was before is closed in
 * the same step, and an error of that close is lost. If both are the same nothing happens.
 *
 * The new descriptor is close-on-exec; to have that at once it is Linux's dup3 that is called, unless both are the same,
 * and then the flag stays as it was. The raw door calls dup2.
 * @param oldfd any descriptor.
 * @param newfd the number that the new descriptor shall have. Node knows nothing of it: replacing a descriptor that
 * Node uses is replacing it under Node's feet.
 * @returns `newfd`, of the same type as `oldfd`.
 * @throws {SyscallError} EBADF, EBUSY, EINTR.
 * @see dup2(2), https://man7.org/linux/man-pages/man2/dup2.2.html
 */
export function dup2<S extends Fd>(oldfd: S, newfd: number): S {
  const result = dup2Cloexec(oldfd, newfd);
  return result < 0 ? fail('dup2', result, oldfd) : (result as S);
}

/**
 * `dup3(oldfd, newfd, flags)`: dup2 with flags for the new descriptor, which fails if both are the same. Linux.
 * @param oldfd any descriptor.
 * @param newfd the number that the new descriptor shall have.
 * @param flags O_CLOEXEC, which is set in any case, or 0.
 * @returns `newfd`, of the same type as `oldfd`.
 * @throws {SyscallError} EINVAL, EBADF, EBUSY, EINTR.
 * @see dup3(2), https://man7.org/linux/man-pages/man2/dup3.2.html
 */
export function dup3<S extends Fd>(oldfd: S, newfd: number, flags: number): S {
  const result = dup3Cloexec(oldfd, newfd, flags);
  return result < 0 ? fail('dup3', result, oldfd) : (result as S);
}
