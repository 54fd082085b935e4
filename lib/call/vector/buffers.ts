import { type Bytes, type Data, utf8 } from '../../core/bytes';
import { wrongType } from '../../core/misuse';

/**
 * The buffers of a call in an array of this package's own, because a user's array may run code when it is looked at.
 */
export function ownArray<T>(name: string, buffers: readonly T[]): T[] {
  if (!Array.isArray(buffers)) throw wrongType(name, 'an array of ArrayBufferViews or ArrayBuffers', buffers);
  const own: T[] = [];
  for (let index = 0; index < buffers.length; index++) own.push(buffers[index] as T);
  return own;
}

/** The same, with text as its bytes. */
export function encoded(name: string, buffers: readonly Data[]): Bytes[] {
  const own = ownArray(name, buffers);
  for (let index = 0; index < own.length; index++) {
    const buffer = own[index]!;
    if (typeof buffer === 'string') own[index] = utf8.encode(buffer);
  }
  return own as Bytes[];
}
