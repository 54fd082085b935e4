import { types } from 'node:util';
import { type Bytes, viewOf } from '../../core/bytes';
import { checkInt, isInt, checkUint } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE, misuse, wrongType, wrongValue } from '../../core/misuse';
import { native } from '../../core/native';
import type { ShapeName } from '../../core/option/shapes';
import type { Codec } from '../../option/codec/codec';
import { codecOf, shapeOf } from '../../option/lookup';
import * as raw from './raw';

const INT_SIZE = 4;
const scratch = new Int32Array(1);
/** Room for more than an int: an option that is none shows by the length that the kernel writes. */
const room = new Int32Array(16);
/** More than any option has; a program that asks for more has mistaken something else for a length. */
const MOST = 0x4000000;

/** An option that is to be read: where the kernel may write, and what is made of it. */
export interface Asked {
  readonly room: Bytes;
  /** The value in the first `length` bytes of the room. */
  value(length: number): unknown;
}

/** What getsockopt's caller asks for: the value, by the option's codec, or bytes if it gives a length or bytes. */
export function ask(level: number, name: number, length: number | Bytes | undefined): Asked {
  if (length !== undefined) return askBytes(length);
  const shape = shapeOf(level, name);
  switch (shape) {
    case undefined:
    case 'int':
    case 'pidfd':
      return { room, value: (given) => intIn(given, name) };
    case 'flag':
      return { room, value: (given) => intIn(given, name) !== 0 };
    case 'u32':
      return { room, value: (given) => intIn(given, name) >>> 0 };
    default:
      return askCodec(codecOf(shape), name);
  }
}

function askBytes(length: number | Bytes): Asked {
  const bytes =
    typeof length === 'number' ? new Uint8Array(checkUint('length', length, MOST)) : viewOf('length', length).slice();
  return { room: bytes, value: (given) => bytes.subarray(0, given) };
}

function askCodec(codec: Codec<unknown>, name: number): Asked {
  const bytes = new Uint8Array(codec.room);
  return {
    room: bytes,
    value(given) {
      if (given >= (codec.least ?? 0)) return codec.read(new DataView(bytes.buffer, 0, given));
      throw wrongValue('name', `must be an option as it is known here; this one has ${given} bytes`, name);
    },
  };
}

/** The integer that the kernel wrote. */
function intIn(length: number, name: number): number {
  if (length === INT_SIZE) return room[0]!;
  if (length === 1) return new Uint8Array(room.buffer)[0]!;
  throw wrongValue('name', `must be an integer option; this one has ${length} bytes, which a length asks for`, name);
}

/** Sets an option from a value: 0 or -errno. */
export function put(fd: number, level: number, name: number, value: unknown): number {
  if (isInt(value)) {
    const shape = shapeOf(level, name);
    if (shape === undefined || shape === 'int' || shape === 'flag' || shape === 'u32') {
      scratch[0] = value;
      return raw.setsockopt(fd, level, name, scratch);
    }
    return putShape(fd, level, name, value, shape);
  }
  if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value))
    return raw.setsockopt(fd, level, name, value as Bytes);
  return putShape(fd, level, name, value, shapeOf(level, name));
}

function putShape(fd: number, level: number, name: number, value: unknown, shape: ShapeName | undefined): number {
  if (shape === undefined) {
    if (typeof value === 'number') checkInt('value', value);
    throw wrongType('value', 'of type number, or an ArrayBufferView or ArrayBuffer', value);
  }
  const codec = codecOf(shape);
  const bytes = codec.write('value', value);
  return codec.isProgram?.(value) ? putProgram(fd, level, name, bytes) : raw.setsockopt(fd, level, name, bytes);
}

function putProgram(fd: number, level: number, name: number, program: Bytes): number {
  setInts(checkInt('fd', fd), checkInt('level', level), checkInt('name', name));
  native.setsockoptProgram!(program);
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'value', program);
  return result;
}
