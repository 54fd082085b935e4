// The form of netlink messages: a header, a fixed part that depends on the type, and attributes. All numbers are in host
// byte order, and every part begins at a multiple of four.
import { endianness } from 'node:os';
import { NLM_F_DUMP, NLM_F_REQUEST } from 'sockcall';

const LITTLE = endianness() === 'LE';
/** sizeof(struct nlmsghdr) */
const HEADER = 16;
/** sizeof(struct rtattr) */
const ATTRIBUTE = 4;

export interface Message {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  readonly payload: Uint8Array;
}

const aligned = (length: number): number => (length + 3) & ~3;

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

export const u32 = (bytes: Uint8Array, at = 0): number => viewOf(bytes).getUint32(at, LITTLE);
export const i32 = (bytes: Uint8Array, at = 0): number => viewOf(bytes).getInt32(at, LITTLE);
export const u16 = (bytes: Uint8Array, at = 0): number => viewOf(bytes).getUint16(at, LITTLE);

/** Text as C has it, without its NUL. */
export function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString();
}

/** A request to list everything of a type. Its fixed part, all zeros, asks for every family. */
export function dumpRequest(type: number, sequence: number, fixed: number): Uint8Array {
  const request = new Uint8Array(HEADER + aligned(fixed));
  const view = viewOf(request);
  view.setUint32(0, request.length, LITTLE);
  view.setUint16(4, type, LITTLE);
  view.setUint16(6, NLM_F_REQUEST | NLM_F_DUMP, LITTLE);
  view.setUint32(8, sequence, LITTLE);
  return request;
}

/** The messages in what one receive gave. */
export function* messages(bytes: Uint8Array): Generator<Message> {
  let rest = bytes;
  while (rest.length >= HEADER) {
    const length = u32(rest);
    if (length < HEADER || length > rest.length) throw new Error(`a message says it has ${length} bytes`);
    const [type, flags, sequence] = [u16(rest, 4), u16(rest, 6), u32(rest, 8)];
    yield { type, flags, sequence, payload: rest.subarray(HEADER, length) };
    rest = rest.subarray(aligned(length));
  }
}

/** The attributes behind the fixed part of a message, by their types. */
export function attributes(payload: Uint8Array, fixed: number): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  let rest = payload.subarray(aligned(fixed));
  while (rest.length >= ATTRIBUTE) {
    const length = u16(rest);
    if (length < ATTRIBUTE || length > rest.length) throw new Error(`an attribute says it has ${length} bytes`);
    found.set(u16(rest, 2), rest.subarray(ATTRIBUTE, length));
    rest = rest.subarray(aligned(length));
  }
  return found;
}
