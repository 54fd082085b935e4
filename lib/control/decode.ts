import { viewOf } from '../core/bytes';
import { isSize, notSize } from '../core/check';
import { outOfRange } from '../core/misuse';
import { native } from '../core/native';
import { rowOf } from './lookup';
import type { ReceivedControlMessage } from './message';

/**
 * The control messages of a control buffer (`msg_control`), in their order. What is not known here, and what has not
 * the form that its level and type promise, comes as `{ level, type, data }`. Nothing is shared with the buffer.
 * @param buffer what a receive filled.
 * @param length how many of its bytes were filled (`msg_controllen`); nothing beyond them is read, whatever a message
 * says of its own length.
 */
export function decodeControl(buffer: Uint8Array, length: number): ReceivedControlMessage[] {
  const source = viewOf('buffer', buffer);
  if (!isSize(length)) throw notSize('length', length);
  if (length > source.length) throw outOfRange('length', `>= 0 && <= ${source.length}`, length);
  const found = native.walkControl(source, length);
  const messages: ReceivedControlMessage[] = [];
  for (let index = 0; index < found.length; index += 4) {
    const [level, type, at, size] = found.slice(index, index + 4) as [number, number, number, number];
    messages.push(decode(level, type, source.slice(at, at + size)));
  }
  return messages;
}

function decode(level: number, type: number, data: Uint8Array): ReceivedControlMessage {
  const row = rowOf(level, type);
  const fields = row?.codec.read(data);
  if (row === undefined || fields === undefined) return { level, type, data };
  return { name: row.name, level, type, ...fields } as ReceivedControlMessage;
}
