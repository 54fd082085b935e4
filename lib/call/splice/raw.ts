import { checkBits, checkInt } from '../../core/check';
import { answer, intAt, setInts, setWides, wideAt } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { unavailable } from '../../core/misuse';
import { native } from '../../core/native';
import { checkSize, offsetMemory, wrongOffset } from './offset';

/**
 * `sendfile(fdOut, fdIn, offset, count)`: copies bytes of a file to a socket or another descriptor within the kernel. Linux.
 * @param offset a BigInt64Array whose first element tells where in the file to begin, and gets the place after the last
 * byte that was copied; `null` for the file's own position, which is then moved on.
 * @returns how many bytes were copied, 0 at the end of the file, or -errno.
 */
export function sendfile(fdOut: number, fdIn: number, offset: BigInt64Array | null, count: number): number {
  if (native.sendfile === undefined) throw unavailable('sendfile');
  const place = offsetMemory('offset', offset);
  setWides(checkSize('count', count));
  setInts(checkInt('fdOut', fdOut), checkInt('fdIn', fdIn));
  native.sendfile(place);
  return moved('offset', place);
}

/**
 * `splice(fdIn, offIn, fdOut, offOut, length, flags)`: moves bytes between a pipe and another descriptor within the
 * kernel. Linux.
 * @param offIn a BigInt64Array, as sendfile has it; `null` for the descriptor's own position, and for a pipe.
 * @param offOut the same for where they go to.
 * @returns how many bytes were moved, 0 at the end, or -errno.
 */
export function splice(
  fdIn: number,
  offIn: BigInt64Array | null,
  fdOut: number,
  offOut: BigInt64Array | null,
  length: number,
  flags = 0,
): number {
  if (native.splice === undefined) throw unavailable('splice');
  const from = offsetMemory('offIn', offIn);
  const to = offsetMemory('offOut', offOut);
  setWides(checkSize('length', length));
  setInts(checkInt('fdIn', fdIn), checkInt('fdOut', fdOut), checkBits('flags', flags));
  native.splice(from, to);
  return moved('offIn', from, 'offOut', to);
}

/** What the call just made has moved, which may be more than an int. */
function moved(name: string, place: unknown, secondName = '', secondPlace?: unknown): number {
  const result = answer();
  if (result > MISUSE) return result < 0 ? result : wideAt(0);
  throw intAt(0) === 0 ? wrongOffset(name, place) : wrongOffset(secondName, secondPlace);
}
