import type { Bytes } from '../../core/bytes';
import { checkBits, checkInt } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE, OUT_OF_RANGE } from '../../core/answer';
import { misuse, outOfRange } from '../../core/misuse';
import { native } from '../../core/native';
import { leastSize } from './size';

/**
 * `ioctl(fd, request, argument)`: makes a request that belongs to the kind of file behind a descriptor.
 *
 * The kernel sees a copy of the argument, at the end of memory behind which nothing is, and its bytes come back
 * afterwards. So a request that needs more bytes than it was given answers -EFAULT and overruns nothing. A buffer that is
 * known to be too small is refused before.
 * @param argument what the request reads and fills, at most 64 KiB: an Int32Array of one for an int. Without it the
 * request gets a null pointer, which is right for those that take nothing. Numbers are not taken: the kernel would use
 * one as an address where it expects an address.
 * @returns what the request returns, mostly 0, or -errno.
 */
export function ioctl(fd: number, request: number, argument?: Bytes | null): number {
  const bits = checkBits('request', request);
  setInts(checkInt('fd', fd), bits, leastSize(bits));
  native.ioctl(argument === null ? undefined : argument);
  const result = answer();
  if (result <= MISUSE)
    throw result === OUT_OF_RANGE ? wrongSize(bits, argument!) : misuse(result, 'argument', argument);
  return result;
}

/**
 * `sockatmark(fd)`: tells whether the next byte to read is the one behind the urgent byte.
 * @returns 1 if it is, 0 if not, or -errno.
 */
export function sockatmark(fd: number): number {
  setInts(checkInt('fd', fd));
  native.sockatmark();
  return answer();
}

function wrongSize(request: number, argument: Bytes): Error {
  return outOfRange('argument', `at least ${leastSize(request)} and at most 65536 bytes long`, argument.byteLength);
}
