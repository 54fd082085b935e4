import { type Bytes, type Data, utf8 } from '../../core/bytes';
import { outOfRange, wrongType } from '../../core/misuse';

/** Far more than any kernel takes, which answers EINVAL; it keeps an array that only says it is long from being walked. */
const MOST_BUFFERS = 65536;

/** The buffers of a call in an array of this package's own, because a user's may run code when it is looked at. */
export function ownArray(name: string, buffers: readonly Bytes[]): Bytes[] {
  return copied(name, buffers) as Bytes[];
}

/** The same, with text as its bytes. */
export function encodedArray(name: string, buffers: readonly Data[]): Bytes[] {
  const own = copied(name, buffers);
  own.forEach((buffer, index) => {
    if (typeof buffer === 'string') own[index] = utf8.encode(buffer);
  });
  return own as Bytes[];
}

/** Whether each is a buffer is asked by the addon. */
function copied(name: string, buffers: readonly Data[]): Data[] {
  if (!Array.isArray(buffers)) throw wrongType(name, 'an array of ArrayBufferViews or ArrayBuffers', buffers);
  const { length } = buffers;
  if (length > MOST_BUFFERS) throw outOfRange(`${name}.length`, `<= ${MOST_BUFFERS}`, length);
  const own: Data[] = [];
  for (let index = 0; index < length; index++) own.push(buffers[index] as Data);
  return own;
}
