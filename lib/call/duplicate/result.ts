import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import { dup2Cloexec, dup3Cloexec, dupCloexec } from './cloexec';

/** `dup(oldfd)`: makes a second descriptor of the same open file; it is close-on-exec (F_DUPFD_CLOEXEC). */
export function dup<S extends Fd>(oldfd: S): Result<S, 'dup'> {
  const result = dupCloexec(oldfd);
  return result < 0 ? failure('dup', result, oldfd) : success(result as S);
}

/** `dup2(oldfd, newfd)`: makes `newfd` a second descriptor of the same open file; it is close-on-exec (dup3). */
export function dup2<S extends Fd>(oldfd: S, newfd: number): Result<S, 'dup2'> {
  const result = dup2Cloexec(oldfd, newfd);
  return result < 0 ? failure('dup2', result, oldfd) : success(result as S);
}

/** `dup3(oldfd, newfd, flags)`: dup2, which fails if both are the same; the descriptor is close-on-exec. Linux. */
export function dup3<S extends Fd>(oldfd: S, newfd: number, flags: number): Result<S, 'dup3'> {
  const result = dup3Cloexec(oldfd, newfd, flags);
  return result < 0 ? failure('dup3', result, oldfd) : success(result as S);
}
