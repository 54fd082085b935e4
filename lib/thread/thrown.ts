import type { EaiCallName } from '../core/error/eai';
import type { CallName } from '../core/error/by-call';
import { ResolveError } from '../core/error/resolve-error';
import { SyscallError } from '../core/error/syscall-error';

/** What was thrown in another thread, as it comes over: `error.name` and the rest, or anything else as it is. */
export type Described =
  | { readonly thrown: unknown }
  | {
      readonly name: string;
      readonly message: string;
      readonly stack?: string;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly cause?: Described;
    };

const BUILT_IN = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'] as const;

/**
 * The same error in this thread: of its class, if that is this package's or JavaScript's, and with its fields. What is
 * thrown is an error to the compiler, whatever it is.
 */
export function revive(described: Described): Error {
  if ('thrown' in described) return described.thrown as Error;
  const { name, message, stack, fields, cause } = described;
  const error = Object.assign(emptyError(name, fields), fields);
  const hidden = { writable: true, configurable: true, enumerable: false };
  Object.defineProperty(error, 'message', { value: message, ...hidden });
  Object.defineProperty(error, 'stack', { value: stack, ...hidden });
  if (error.name !== name) Object.defineProperty(error, 'name', { value: name, ...hidden });
  if (cause !== undefined) Object.defineProperty(error, 'cause', { value: revive(cause), ...hidden });
  return error;
}

function emptyError(name: string, fields: Readonly<Record<string, unknown>>): Error {
  const { syscall, errno } = fields;
  if (typeof syscall === 'string' && typeof errno === 'number') {
    if (name === 'SyscallError') return new SyscallError(syscall as CallName, errno);
    if (name === 'ResolveError') return new ResolveError(syscall as EaiCallName, errno);
  }
  const builtIn = BUILT_IN.find((candidate) => candidate === name);
  return builtIn === undefined ? new Error() : new globalThis[builtIn]();
}
