import { checkInt } from '../../core/check';
import { tellReplacing } from '../../core/closing';
import { answer, setInts } from '../../core/frame';
import { unavailable } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `dup(oldfd)`: makes a second descriptor of the same open file, the lowest that is free. It is not close-on-exec.
 * @returns the descriptor, or -errno.
 */
export function dup(oldfd: number): number {
  setInts(checkInt('oldfd', oldfd));
  native.dup();
  return answer();
}

/**
 * `dup2(oldfd, newfd)`: makes `newfd` a second descriptor of the same open file, closing what it was; if both are the
 * same it does nothing. It is not close-on-exec.
 * @returns `newfd`, or -errno.
 */
export function dup2(oldfd: number, newfd: number): number {
  checkInt('oldfd', oldfd);
  checkInt('newfd', newfd);
  return oldfd === newfd ? make2(oldfd, newfd) : tellReplacing(newfd, () => make2(oldfd, newfd));
}

function make2(oldfd: number, newfd: number): number {
  setInts(oldfd, newfd);
  native.dup2();
  return answer();
}

/**
 * `dup3(oldfd, newfd, flags)`: dup2, with O_CLOEXEC if wanted; if both are the same it fails. Linux.
 * @returns `newfd`, or -errno.
 */
export function dup3(oldfd: number, newfd: number, flags: number): number {
  if (native.dup3 === undefined) throw unavailable('dup3');
  const { dup3: nativeDup3 } = native;
  checkInt('oldfd', oldfd);
  checkInt('newfd', newfd);
  checkInt('flags', flags);
  return tellReplacing(newfd, () => {
    setInts(oldfd, newfd, flags);
    nativeDup3();
    return answer();
  });
}
