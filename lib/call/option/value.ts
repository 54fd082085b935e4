import { types } from 'node:util';
import { type Bytes, viewOf } from '../../core/bytes';
import { checkInt, isInt, checkUint } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, wrongType, wrongValue } from '../../core/misuse';
import { native } from '../../core/native';
import type { ShapeName } from '../../core/option/shapes';
import { codecOf, shapeOf } from '../../option/lookup';
import * as raw from './raw';

const INT_SIZE = 4;
const scratch = new Int32Array(1);
/** Room for more than an int: an option that is none shows by the length that the kernel writes. */
const room = new Int32Array(16);
/** More than any option has; a program that asks for more has mistaken something else for a length. */
const MOST = 0x4000000;

/**
 * Where the kernel may write an option: room for its value, or if the caller gives a length or bytes, for as many. It
 * holds until the next integer option is read.
 */
export function roomFor(level: number, name: number, length: number | Bytes | undefined): Bytes {
  if (typeof length === 'number') return new Uint8Array(checkUint('length', length, MOST));
  if (length !== undefined) return viewOf('length', length).slice();
  const shape = shapeOf(level, name);
  // Some options read what is there, so it is the same each time.
  return isInteger(shape) ? room.fill(0) : new Uint8Array(codecOf(shape).room);
}

/** What the kernel wrote there: a value, by the option's codec, or bytes if the caller asked for them. */
export function valueIn(written: Bytes, size: number, level: number, name: number, asked: unknown): unknown {
  if (asked !== undefined) return (written as Uint8Array).subarray(0, size);
  const shape = shapeOf(level, name);
  if (isInteger(shape)) return integerOf(shape, intIn(size, name));
  const codec = codecOf(shape);
  if (size >= (codec.least ?? 0)) return codec.read(new DataView((written as Uint8Array).buffer, 0, size));
  throw wrongValue('name', `must be an option as it is known here; this one has ${size} bytes`, name);
}

/** The shapes that are an int to C: their values need no codec to be loaded. */
function isInteger(shape: ShapeName | undefined): shape is 'int' | 'flag' | 'u32' | 'pidfd' | undefined {
  return shape === 'int' || shape === 'flag' || shape === undefined || shape === 'u32' || shape === 'pidfd';
}

function integerOf(shape: ShapeName | undefined, value: number): number | boolean {
  if (shape === 'flag') return value !== 0;
  return shape === 'u32' ? value >>> 0 : value;
}

/** The integer that the kernel wrote. */
function intIn(length: number, name: number): number {
  if (length === INT_SIZE) return room[0]!;
  if (length === 1) return new Uint8Array(room.buffer)[0]!;
  throw wrongValue('name', `must be an integer option; this one has ${length} bytes, which a length asks for`, name);
}

/** A descriptor, or its owner, who is asked for it when all code of the caller's has run. */
export type Owned = number | { readonly fd: number };

/** Sets an option from a value: 0 or -errno. */
export function put(fd: Owned, level: number, name: number, value: unknown): number {
  if (isInt(value)) {
    const shape = shapeOf(level, name);
    if (isInteger(shape)) {
      scratch[0] = value;
      return raw.setsockopt(numberOf(fd), level, name, scratch);
    }
    return putShape(fd, level, name, value, shape);
  }
  if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value))
    return raw.setsockopt(numberOf(fd), level, name, value as Bytes);
  return putShape(fd, level, name, value, shapeOf(level, name));
}

function putShape(fd: Owned, level: number, name: number, value: unknown, shape: ShapeName | undefined): number {
  if (shape === undefined) {
    if (typeof value === 'number') checkInt('value', value);
    throw wrongType('value', 'of type number, or an ArrayBufferView or ArrayBuffer', value);
  }
  const codec = codecOf(shape);
  const bytes = codec.write('value', value);
  const isProgram = codec.isProgram?.(value);
  return isProgram ? putProgram(numberOf(fd), level, name, bytes) : raw.setsockopt(numberOf(fd), level, name, bytes);
}

function numberOf(fd: Owned): number {
  return typeof fd === 'object' && fd !== null ? fd.fd : fd;
}

function putProgram(fd: number, level: number, name: number, program: Bytes): number {
  setInts(checkInt('fd', fd), checkInt('level', level), checkInt('name', name));
  native.setsockoptProgram!(program);
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'value', program);
  return result;
}
