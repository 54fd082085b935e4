import { checkInt, checkUint } from '../check';
import { LITTLE } from '../little';
import { outOfRange, wrongType } from '../misuse';

/** One member of a C structure: its name and place there, and how its value is read and written. */
export interface Field<T> {
  /** The member's name in C, for the check against the headers; empty for what C gives no address of. */
  readonly member: string;
  readonly offset: number;
  readonly size: number;
  read(view: DataView, at: number): T;
  /** Checks a value of the caller and writes it; `name` is what an error calls it. */
  write(view: DataView, at: number, name: string, value: unknown): void;
}

export type Make<T> = (member: string, offset: number) => Field<T>;

function checkBigInt(name: string, value: unknown, signed: boolean): bigint {
  const big = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof big !== 'bigint') throw wrongType(name, 'of type bigint, or an integer', value);
  const wrapped = signed ? BigInt.asIntN(64, big) : BigInt.asUintN(64, big);
  if (wrapped !== big) throw outOfRange(name, `${signed ? 'a signed' : 'an unsigned'} integer of 64 bits`, value);
  return big;
}

/** An int that means yes or no. */
export const flag: Make<boolean> = (member, offset) => ({
  member,
  offset,
  size: 4,
  read: (view, at) => view.getInt32(at + offset, LITTLE) !== 0,
  write(view, at, name, value) {
    if (typeof value !== 'boolean') throw wrongType(name, 'of type boolean', value);
    view.setInt32(at + offset, Number(value), LITTLE);
  },
});

export const i32: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 4,
  read: (view, at) => view.getInt32(at + offset, LITTLE),
  write: (view, at, name, value) => view.setInt32(at + offset, checkInt(name, value), LITTLE),
});

export const u32: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 4,
  read: (view, at) => view.getUint32(at + offset, LITTLE),
  write: (view, at, name, value) => view.setUint32(at + offset, checkUint(name, value, 0xffffffff), LITTLE),
});

export const u16: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 2,
  read: (view, at) => view.getUint16(at + offset, LITTLE),
  write: (view, at, name, value) => view.setUint16(at + offset, checkUint(name, value, 0xffff), LITTLE),
});

/** A 16-bit number in network byte order: a port, an EtherType. */
export const be16: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 2,
  read: (view, at) => view.getUint16(at + offset),
  write: (view, at, name, value) => view.setUint16(at + offset, checkUint(name, value, 0xffff)),
});

export const u8: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 1,
  read: (view, at) => view.getUint8(at + offset),
  write: (view, at, name, value) => view.setUint8(at + offset, checkUint(name, value, 0xff)),
});

/** 64 bits come as a bigint, since a number would round them; a safe integer is taken too. */
export const i64: Make<bigint> = (member, offset) => ({
  member,
  offset,
  size: 8,
  read: (view, at) => view.getBigInt64(at + offset, LITTLE),
  write: (view, at, name, value) => view.setBigInt64(at + offset, checkBigInt(name, value, true), LITTLE),
});

export const u64: Make<bigint> = (member, offset) => ({
  member,
  offset,
  size: 8,
  read: (view, at) => view.getBigUint64(at + offset, LITTLE),
  write: (view, at, name, value) => view.setBigUint64(at + offset, checkBigInt(name, value, false), LITTLE),
});

/** 64 bits of time or of a size, which a number holds exactly for longer than anything counts. */
export const wide: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 8,
  read: (view, at) => Number(view.getBigInt64(at + offset, LITTLE)),
  write(view, at, name, value) {
    if (typeof value !== 'number') throw wrongType(name, 'of type number', value);
    if (!Number.isSafeInteger(value)) throw outOfRange(name, 'a safe integer', value);
    view.setBigInt64(at + offset, BigInt(value), LITTLE);
  },
});

/** A bit field of the byte at `offset`, only to be read. It begins `shift` bits from the end that C fills first. */
export function bits(offset: number, shift: number, width: number): Field<number> {
  const down = LITTLE ? shift : 8 - shift - width;
  return {
    member: '',
    offset,
    size: 1,
    read: (view, at) => (view.getUint8(at + offset) >> down) & ((1 << width) - 1),
    write: () => undefined,
  };
}
