import { types } from 'node:util';
import type { Bytes } from './bytes';

/** What may be kept alive by being remembered. */
const LARGEST = 65536;
/** To ask a small view for its buffer can make V8 allocate one, so a view that may never come again is seldom asked. */
const MISSES_BETWEEN = 64;

/** A property as the language defines it, whatever properties a view has been given. */
function intrinsic<T>(name: 'buffer' | 'byteLength' | 'byteOffset'): (this: Bytes) => T {
  const prototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
  return (Object.getOwnPropertyDescriptor(prototype, name) as { get: (this: Bytes) => T }).get;
}

const bufferOf = intrinsic<ArrayBufferLike>('buffer');
const byteLengthOf = intrinsic<number>('byteLength');
const byteOffsetOf = intrinsic<number>('byteOffset');

/** Absent where no ArrayBuffer can change its size. */
const { get: resizableOf } = (Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'resizable') ?? {}) as {
  get?: (this: ArrayBuffer) => boolean;
};

/**
 * A view that a call was given, with its buffer. Native code finds the memory of an ArrayBuffer sooner than that of a
 * view, but to ask a view for its buffer costs more than that saves; so the answer, which cannot change, is kept for one
 * view, which in a loop comes again and again. The view's place and length are kept, too, where they can't change but by
 * detaching the buffer, which native code sees.
 */
export class Recent {
  /** The view, if its buffer is known. */
  view: Bytes | undefined;
  buffer: ArrayBuffer | undefined;
  place = 0;
  length = 0;
  private misses = 0;

  /** Takes notice of a view that is not the known one. */
  notice(bytes: Bytes): void {
    this.misses += 1;
    if (this.misses < MISSES_BETWEEN) return;
    this.misses = 0;
    if (!types.isUint8Array(bytes)) return;
    const buffer = bufferOf.call(bytes);
    if (!types.isArrayBuffer(buffer) || buffer.byteLength > LARGEST || resizableOf?.call(buffer) === true) return;
    this.view = bytes;
    this.buffer = buffer;
    this.place = byteOffsetOf.call(bytes);
    this.length = byteLengthOf.call(bytes);
  }
}
