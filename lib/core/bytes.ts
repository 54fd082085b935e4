import { types } from 'node:util';
import { wrongType, wrongValue } from './misuse';

/** Bytes that a call reads or fills: any view, or a whole buffer. Offsets and lengths are in bytes, whatever the view. */
export type Bytes = ArrayBufferView | ArrayBuffer;

/** Bytes to send: also text, which goes out as UTF-8. Offset and length are then in bytes of that. */
export type Data = Bytes | string;

export const utf8 = new TextEncoder();

/** All bytes of a view or buffer, as bytes. */
export function viewOf(name: string, bytes: unknown): Uint8Array {
  try {
    if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (types.isArrayBuffer(bytes)) return new Uint8Array(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw wrongValue(name, 'must not be detached', bytes);
    throw error;
  }
  throw wrongType(name, 'an ArrayBufferView or ArrayBuffer', bytes);
}
