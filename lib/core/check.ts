import { outOfRange, wrongType } from './misuse';

/** True for a number that C's int can hold. The shape is what the compiler makes into two machine instructions. */
export function isInt(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** True for a number that can be an offset or a length. */
export function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isSafeInteger(value);
}

/** The error for a number that C's int can't hold. */
export function notInt(name: string, value: unknown): Error {
  if (typeof value !== 'number') return wrongType(name, 'of type number', value);
  if (!Number.isInteger(value)) return outOfRange(name, 'an integer', value);
  return outOfRange(name, '>= -2147483648 && <= 2147483647', value);
}

/** The error for a number that can't be an offset or a length. */
export function notSize(name: string, value: unknown): Error {
  if (typeof value !== 'number') return wrongType(name, 'of type number', value);
  if (!Number.isInteger(value)) return outOfRange(name, 'an integer', value);
  return outOfRange(name, '>= 0 && <= 9007199254740991', value);
}

export function checkInt(name: string, value: unknown): number {
  if (!isInt(value)) throw notInt(name, value);
  return value;
}

/** An unsigned integer of at most `max`. */
export function checkUint(name: string, value: unknown, max: number): number {
  if (typeof value !== 'number') throw wrongType(name, 'of type number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < 0 || value > max) throw outOfRange(name, `>= 0 && <= ${max}`, value);
  return value;
}

/** 32 bits, as an int: bit 31 makes a number negative in JavaScript's `|`, and not so in a constant from C. */
export function checkBits(name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(name, 'of type number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < -0x80000000 || value > 0xffffffff) throw outOfRange(name, '>= -2147483648 && <= 4294967295', value);
  return value | 0;
}
