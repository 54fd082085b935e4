import type { Bytes } from '../../core/bytes';
import { viewOf } from '../../core/bytes';
import { isInt, isSize, notInt, notSize } from '../../core/check';
import { TO_END, answer, setTransfer } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, outOfRange } from '../../core/misuse';
import type { Recent } from '../../core/recent';

const INT_MAX = 0x7fffffff;

/** Writes the arguments of a call into the frame, and gives what is to be passed for its bytes. */
export function prepare(
  recent: Recent,
  fd: number,
  bytes: Bytes,
  flags: number,
  offset: number,
  length?: number,
): Bytes {
  // The hot path is short, so that it is inlined. What does not fit it in any way is looked at in full below.
  if (bytes === recent.view && isInt(fd) && isInt(flags) && isInt(offset) && offset >= 0) {
    const rest = recent.length - offset;
    const count = length === undefined ? rest : length;
    if (isInt(count) && count >= 0 && count <= rest) {
      setTransfer(fd, flags, recent.place + offset, count);
      return recent.buffer!;
    }
  }
  return prepareAny(recent, fd, bytes, flags, offset, length);
}

function prepareAny(recent: Recent, fd: number, bytes: Bytes, flags: number, offset: number, length?: number): Bytes {
  if (!isInt(fd)) throw notInt('fd', fd);
  if (!isInt(flags)) throw notInt('flags', flags);
  if (!isSize(offset)) throw notSize('offset', offset);
  if (length !== undefined && !isSize(length)) throw notSize('length', length);
  recent.notice(bytes);
  if (offset > INT_MAX || (length !== undefined && length > INT_MAX))
    return prepareWide(fd, bytes, flags, offset, length);
  setTransfer(fd, flags, offset, length ?? TO_END);
  return bytes;
}

/** A slice that the frame's ints can't tell is passed as a view of its own. */
function prepareWide(fd: number, bytes: Bytes, flags: number, offset: number, length?: number): Uint8Array {
  const whole = viewOf('buffer', bytes);
  const rest = whole.byteLength - offset;
  if (rest < 0) throw outOfRange('offset', `>= 0 && <= ${whole.byteLength}`, offset);
  if ((length ?? 0) > rest) throw outOfRange('length', `>= 0 && <= ${rest}`, length);
  setTransfer(fd, flags, 0, TO_END);
  return new Uint8Array(whole.buffer, whole.byteOffset + offset, length ?? rest);
}

/** The answer of the call just made, or the error for what its bytes were. */
export function transferred(bytes: Bytes, offset: number, length: number | undefined): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'buffer', bytes, offset, length);
  return result;
}
