import type { Bytes, Data } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { answer, intAt, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse } from '../../core/misuse';
import { native } from '../../core/native';
import { encodedArray, ownArray } from './buffers';

/**
 * `readv(fd, iov, iovcnt)`: reads bytes from any descriptor into several buffers, filling one after the other.
 * @returns how many bytes came, 0 at the end, or -errno.
 */
export function readv(fd: number, buffers: readonly Bytes[]): number {
  const own = ownArray('buffers', buffers);
  setInts(checkInt('fd', fd));
  native.readv(own);
  return checked(own);
}

/**
 * `writev(fd, iov, iovcnt)`: writes the bytes of several buffers to any descriptor, in one go.
 * @returns how many bytes the kernel took, or -errno.
 */
export function writev(fd: number, buffers: readonly Data[]): number {
  const own = encodedArray('buffers', buffers);
  setInts(checkInt('fd', fd));
  native.writev(own);
  return checked(own);
}

function checked(buffers: readonly Bytes[]): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, `buffers[${intAt(1)}]`, buffers[intAt(1)]);
  return result;
}
