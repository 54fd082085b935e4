import { types } from 'node:util';
import type { Bytes } from './bytes';

/** What a view may keep alive by being remembered. */
const LARGEST = 65536;

const prototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const byteLengthOf = Object.getOwnPropertyDescriptor(prototype, 'byteLength')!.get!;
const byteOffsetOf = Object.getOwnPropertyDescriptor(prototype, 'byteOffset')!.get!;

/**
 * The view that a call was last given, with its buffer. Native code finds the memory of an ArrayBuffer sooner than that
 * of a view, but to ask a view for its buffer costs more than that saves; so the answer, which cannot change, is kept
 * for the one view that comes again and again. What can change, the view's place and length, is asked each time.
 */
export class Recent {
  private view: Bytes | undefined;
  private buffer: ArrayBuffer | undefined;

  /** The buffer of a view that comes a second time in a row or more; `undefined` if it is none such. */
  bufferOf(bytes: Bytes): ArrayBuffer | undefined {
    if (bytes !== this.view) {
      this.view = bytes;
      this.buffer = undefined;
      return undefined;
    }
    return this.buffer ?? this.learn(bytes);
  }

  private learn(bytes: Bytes): ArrayBuffer | undefined {
    this.view = undefined;
    if (!types.isUint8Array(bytes)) return undefined;
    const { buffer } = bytes;
    if (!types.isArrayBuffer(buffer) || buffer.byteLength > LARGEST) return undefined;
    this.view = bytes;
    this.buffer = buffer;
    return buffer;
  }
}

/** The view's true length, whatever properties it has been given. */
export function lengthOf(view: Bytes): number {
  return byteLengthOf.call(view) as number;
}

/** The view's true place in its buffer. */
export function placeOf(view: Bytes): number {
  return byteOffsetOf.call(view) as number;
}
