import { types } from 'node:util';
import { isSize, notSize } from '../../core/check';
import { outOfRange, wrongType, wrongValue } from '../../core/misuse';

/** A place in a file, as the doors that take it as a plain value have it. */
export type Offset = number | bigint;

/** The offset of a call in memory, as C has it and the raw door; `null` for none. */
export function offsetOf(name: string, offset: Offset | null): BigInt64Array | null {
  return offset === null ? null : BigInt64Array.of(wide(name, offset));
}

function wide(name: string, offset: Offset): bigint {
  if (typeof offset === 'bigint') {
    if (BigInt.asIntN(64, offset) !== offset) throw outOfRange(name, '>= -(2n ** 63n) && < 2n ** 63n', offset);
    return offset;
  }
  if (typeof offset !== 'number') throw wrongType(name, 'of type number or bigint, or null', offset);
  if (!Number.isSafeInteger(offset)) throw outOfRange(name, 'an integer within 53 bits', offset);
  return BigInt(offset);
}

/** Memory for an offset in the raw door, as the addon takes it. */
export function offsetMemory(name: string, offset: BigInt64Array | null): BigInt64Array | undefined {
  if (offset === null) return undefined;
  if (!types.isBigInt64Array(offset)) throw wrongType(name, 'a BigInt64Array or null', offset);
  return offset;
}

/** The error for memory in which no offset can be: it is empty or detached. */
export function wrongOffset(name: string, offset: unknown): Error {
  return wrongValue(name, 'must have an element, and not be detached', offset);
}

/** A count of bytes that may be more than an int. */
export function checkSize(name: string, value: unknown): number {
  if (!isSize(value)) throw notSize(name, value);
  return value;
}
