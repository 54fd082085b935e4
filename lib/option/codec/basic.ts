import type { Bytes } from '../../core/bytes';
import { checkBits, checkInt, checkUint, isInt } from '../../core/check';
import type { Fd } from '../../core/fd';
import { LITTLE } from '../../core/little';
import type { Struct } from '../../core/layout/struct';
import { outOfRange, wrongType } from '../../core/misuse';
import { readText, writeText } from '../text';
import type { Codec } from './codec';

const UINT32 = 0xffffffff;
/** No option has more of anything: it is how many supplementary groups Linux allows. */
const MOST_ITEMS = 65536;

function int(value: number): Int32Array {
  return Int32Array.of(value);
}

/** The bytes of a structure of C. */
export function bytesOf<T>(struct: Struct<T>, name: string, value: unknown): Uint8Array {
  const bytes = new Uint8Array(struct.size);
  struct.write(new DataView(bytes.buffer), 0, name, value);
  return bytes;
}

/** A value that is a structure of C, as it is. */
export function plain<T>(struct: Struct<T>): Codec<T> {
  return {
    room: struct.size,
    read: (view) => struct.read(view, 0, view.byteLength),
    write: (name, value) => bytesOf(struct, name, value),
  };
}

/** A value that is only set; should the kernel give it nevertheless, it is bytes. */
export function setOnly<Set>(write: (name: string, value: Set) => Bytes): Codec<never, Set> {
  return {
    room: bytes.room,
    read: bytes.read as (view: DataView) => never,
    write,
  };
}

/** For a value that is only read: should it be set nevertheless, it is by bytes. */
export function readOnly(name: string, value: unknown): never {
  throw wrongType(name, 'an ArrayBufferView or ArrayBuffer', value);
}

/** Items of one size, one after the other. */
export function eachOf<T>(view: DataView, size: number, read: (at: number) => T): T[] {
  return Array.from({ length: Math.floor(view.byteLength / size) }, (_, index) => read(index * size));
}

/** The items of a list as they are now; a proxy may claim any length. */
export function checkList(name: string, value: unknown, most = MOST_ITEMS): unknown[] {
  if (!Array.isArray(value)) throw wrongType(name, 'an instance of Array', value);
  const length: unknown = value.length;
  if (!isInt(length) || length > most) throw outOfRange(name, `at most ${most} items long`, length);
  return Array.from({ length }, (_, index) => value[index] as unknown);
}

/** An int; an option of one byte, as some of IPv4 give it where there is room for no more, is a number, too. */
function readInt(view: DataView): number {
  return view.byteLength < 4 ? view.getUint8(0) : view.getInt32(0, LITTLE);
}

export const flag: Codec<boolean, boolean | number> = {
  room: 4,
  least: 1,
  read: (view) => readInt(view) !== 0,
  write(name, value) {
    if (typeof value === 'boolean') return int(Number(value));
    if (typeof value === 'number') return int(checkInt(name, value));
    throw wrongType(name, 'of type boolean or number', value);
  },
};

export const integer: Codec<number> = {
  room: 4,
  least: 1,
  read: readInt,
  write: (name, value) => int(checkInt(name, value)),
};

export const pidfd: Codec<Fd> = { ...integer, read: (view) => readInt(view) as Fd };

export const u32: Codec<number> = {
  room: 4,
  least: 4,
  read: (view) => view.getUint32(0, LITTLE),
  write: (name, value) => int(checkBits(name, value)),
};

/** A value that was an int once may still be: then these are 32 bits. */
export const u64: Codec<bigint, bigint | number> = {
  room: 8,
  least: 4,
  read: (view) => (view.byteLength < 8 ? BigInt(view.getUint32(0, LITTLE)) : view.getBigUint64(0, LITTLE)),
  write(name, value) {
    const big = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
    if (typeof big !== 'bigint') throw wrongType(name, 'of type bigint, or an integer', value);
    if (BigInt.asUintN(64, big) !== big) throw outOfRange(name, '>= 0 and < 2 ** 64', value);
    return BigUint64Array.of(big);
  },
};

/** The longest name of an interface or of an algorithm; the kernel cuts what is longer. */
const NAME = 15;

export const text: Codec<string> = { room: 64, read: readText, write: (name, value) => writeText(name, value, NAME) };

export const label: Codec<string> = { ...text, room: 4096 };

export const bytes: Codec<Uint8Array, Bytes> = {
  room: 4096,
  read: (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice(),
  write: readOnly,
};

/** The longest value that is a length alone; no option means more. */
const LONGEST = 0xffff;

/** A number that the kernel takes from the length of a value at which it does not look. */
export const lengthAlone: Codec<number> = {
  ...integer,
  write: (name, value) => new Uint8Array(checkUint(name, value, LONGEST)),
};

/** A list of 32-bit numbers. */
export const groups: Codec<number[]> = {
  room: 4 * MOST_ITEMS,
  read: (view) => eachOf(view, 4, (at) => view.getUint32(at, LITTLE)),
  write: (name, value) => Uint32Array.from(checkList(name, value), (item) => checkUint(name, item, UINT32)),
};

/** 32 bits in network byte order. */
export const interfaceIndex: Codec<number> = {
  room: 4,
  least: 4,
  read: (view) => view.getUint32(0),
  write(name, value) {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, checkUint(name, value, UINT32));
    return view;
  },
};
