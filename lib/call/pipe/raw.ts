import { types } from 'node:util';
import { checkInt, checkUint } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, outOfRange, unavailable, wrongType } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `pipe2(pipefd, flags)`: makes a pipe. Linux.
 * @param flags O_CLOEXEC, O_NONBLOCK and O_DIRECT, or-ed, or 0.
 * @param pipefd receives the two descriptors, the reading end first, as in C.
 * @returns 0, or -errno.
 */
export function pipe2(flags: number, pipefd: Int32Array): number {
  if (native.pipe2 === undefined) throw unavailable('pipe2');
  setInts(checkInt('flags', flags));
  if (!types.isInt32Array(pipefd)) throw wrongType('pipefd', 'an instance of Int32Array', pipefd);
  native.pipe2(pipefd);
  const result = answer();
  if (result > MISUSE) return result;
  throw pipefd.length < 2 ? outOfRange('pipefd.length', '>= 2', pipefd.length) : misuse(result, 'pipefd', pipefd);
}

/**
 * `eventfd(initval, flags)`: makes a counter that is read and written as a descriptor, eight bytes at a time. Linux.
 * @returns its descriptor, or -errno.
 */
export function eventfd(initval = 0, flags = 0): number {
  if (native.eventfd === undefined) throw unavailable('eventfd');
  setInts(checkUint('initval', initval, 0xffffffff) | 0, checkInt('flags', flags));
  native.eventfd();
  return answer();
}
