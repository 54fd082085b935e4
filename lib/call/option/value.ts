import type { Bytes } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { wrongValue } from '../../core/misuse';

const INT_SIZE = 4;
const scratch = new Int32Array(1);
/** Room for more than an int: an option that is none shows by the length that the kernel writes. */
const room = new Int32Array(16);

/** The bytes of an option's value: C's int for a number, which hold until the next one. */
export function optionBytes(value: number | Bytes): Bytes {
  if (typeof value !== 'number') return value;
  scratch[0] = checkInt('value', value);
  return scratch;
}

/** Where getsockopt may write the value of an option that is thought to be an integer. */
export function optionRoom(): Int32Array {
  return room;
}

/** The integer that getsockopt wrote, of the length that it gave. */
export function optionInt(length: number, name: number): number {
  if (length === INT_SIZE) return room[0]!;
  if (length === 1) return new Uint8Array(room.buffer)[0]!;
  throw wrongValue('name', `must be an integer option; this one has ${length} bytes, which sockcall/raw gives`, name);
}
