import { viewOf } from '../core/bytes';
import { checkInt } from '../core/check';
import { wrongType, wrongValue } from '../core/misuse';
import { native } from '../core/native';
import { rowNamed } from './lookup';
import type { ControlMessage } from './message';

interface Encoded {
  readonly level: number;
  readonly type: number;
  /** A copy, so that no getter of a later message can change it. */
  readonly data: Uint8Array;
}

/**
 * The bytes of a control buffer (`msg_control`): the messages in their order, each aligned as CMSG_NXTHDR() wants it.
 * @param messages by name, `{ name: 'SCM_RIGHTS', fds: [fd] }`, or as `{ level, type, data }`.
 * @throws {TypeError} if a message has no such name, or a field of the wrong type.
 * @throws {RangeError} if a number does not fit its field in C.
 */
export function encodeControl(messages: readonly ControlMessage[]): Uint8Array {
  if (!Array.isArray(messages)) throw wrongType('control', 'an array of control messages', messages);
  const encoded = Array.from<unknown, Encoded>(messages, (message, index) => encode(`control[${index}]`, message));
  const size = encoded.reduce((sum, { data }) => sum + native.controlSpace(data.length), 0);
  const target = new Uint8Array(size);
  let at = 0;
  for (const { level, type, data } of encoded) {
    native.putControl(target, at, level, type, data);
    at += native.controlSpace(data.length);
  }
  return target;
}

function encode(name: string, message: unknown): Encoded {
  if (typeof message !== 'object' || message === null) throw wrongType(name, 'a control message', message);
  const given = message as Record<string, unknown>;
  const word = given['name'];
  if (word === undefined) {
    const level = checkInt(`${name}.level`, given['level']);
    const type = checkInt(`${name}.type`, given['type']);
    return { level, type, data: new Uint8Array(viewOf(`${name}.data`, given['data'])) };
  }
  const row = rowNamed(word);
  if (row === undefined) {
    throw wrongValue(`${name}.name`, 'names no control message; others are given as { level, type, data }', word);
  }
  const level = oneOf(`${name}.level`, [row.level], given['level']);
  const type = oneOf(`${name}.type`, row.types, given['type']);
  if (level === undefined || type === undefined) {
    throw wrongValue(`${name}.name`, 'names a control message that this platform lacks', word);
  }
  return { level, type, data: row.codec.write(name, given) };
}

/** The number that a message gives for its level or type, which must be one that its name has. */
function oneOf(name: string, numbers: readonly number[], given: unknown): number | undefined {
  if (given === undefined) return numbers[0];
  if (typeof given !== 'number') throw wrongType(name, 'of type number', given);
  if (numbers.includes(given)) return given;
  throw wrongValue(name, 'must be what the name has, or be left out', given);
}
