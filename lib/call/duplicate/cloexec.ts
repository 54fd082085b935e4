import { FD_CLOEXEC, F_DUPFD_CLOEXEC, F_SETFD, O_CLOEXEC } from '../../core/constant';
import { checkInt } from '../../core/check';
import { native } from '../../core/native';
import { fcntl } from '../option/raw';
import * as raw from './raw';

/** dup() for the doors whose descriptors are close-on-exec: dup itself can't make one, fcntl can. */
export function dupCloexec(oldfd: number): number {
  return fcntl(checkInt('oldfd', oldfd), F_DUPFD_CLOEXEC, 0);
}

/**
 * dup2() for the doors whose descriptors are close-on-exec. Where both are the same nothing is made, so nothing is set;
 * else it is dup3, which sets the flag in the same call, or on macOS a second call.
 */
export function dup2Cloexec(oldfd: number, newfd: number): number {
  if (oldfd === newfd) return raw.dup2(oldfd, newfd);
  if (native.dup3 !== undefined) return raw.dup3(oldfd, newfd, O_CLOEXEC);
  const result = raw.dup2(oldfd, newfd);
  if (result >= 0) fcntl(result, F_SETFD, FD_CLOEXEC);
  return result;
}

export function dup3Cloexec(oldfd: number, newfd: number, flags: number): number {
  return raw.dup3(oldfd, newfd, checkInt('flags', flags) | O_CLOEXEC);
}
