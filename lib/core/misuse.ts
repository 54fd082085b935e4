import { inspect } from 'node:util';
import { DETACHED, NOT_SOCKADDR, OUT_OF_RANGE } from './answer';

/** The codes that Node's own errors have for the same mistakes. */
export type MisuseCode =
  'ERR_INVALID_ARG_TYPE' | 'ERR_INVALID_ARG_VALUE' | 'ERR_OUT_OF_RANGE' | 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM';

function coded<E extends Error>(error: E, code: MisuseCode): E {
  return Object.assign(error, { code });
}

/** A value as such a message shows it. It looks at no property of the value, so it runs no code of the user's. */
function received(value: unknown): string {
  const shown = inspect(value, { depth: -1, customInspect: false, maxStringLength: 30 });
  return value === undefined || typeof value === 'object' || typeof value === 'function'
    ? shown
    : `${shown} (${typeof value})`;
}

export function wrongType(name: string, expected: string, value: unknown): TypeError {
  const message = `The "${name}" argument must be ${expected}. Received ${received(value)}`;
  return coded(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

export function wrongValue(name: string, reason: string, value: unknown): TypeError {
  return coded(new TypeError(`The "${name}" argument ${reason}. Received ${received(value)}`), 'ERR_INVALID_ARG_VALUE');
}

export function outOfRange(name: string, range: string, value: unknown): RangeError {
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${received(value)}`;
  return coded(new RangeError(message), 'ERR_OUT_OF_RANGE');
}

export function unavailable(call: string): Error {
  return coded(new Error(`${call}() does not exist on ${process.platform}`), 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM');
}

/** The error for a native answer that is a misuse of the bytes given as `name`. */
export function misuse(answer: number, name: string, value: unknown, offset = 0, length?: number): Error {
  if (answer === NOT_SOCKADDR) return wrongType(name, 'an instance of Sockaddr', value);
  if (answer === DETACHED) return wrongValue(name, 'must not be detached', value);
  if (answer !== OUT_OF_RANGE) return wrongType(name, 'an ArrayBufferView or ArrayBuffer', value);
  const size = (value as ArrayBufferView | ArrayBuffer).byteLength;
  if (offset > size) return outOfRange('offset', `>= 0 && <= ${size}`, offset);
  return outOfRange('length', `>= 0 && <= ${size - offset}`, length);
}
