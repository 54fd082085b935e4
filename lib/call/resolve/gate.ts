import type { Address } from '../../core/address';
import type { EaiCallName, EaiOf } from '../../core/error/eai';
import { eaiCodeOf } from '../../core/error/eai-name';
import type { ErrnoName } from '../../core/error/errno-name';
import { type Lookup, ResolveError } from '../../core/error/resolve-error';
import { codeOf } from '../../core/error/syscall-error';
import type { Success } from '../../core/result';

/** What could not be looked up: the fields of a ResolveError, without the cost of making one. */
export interface ResolveFailure<C extends EaiCallName> {
  readonly ok: false;
  /** The code's name; the type has those that this call is known to give. */
  readonly code: EaiOf<C>;
  /** The code as C has it, equal to the constant of its name. It is no errno. */
  readonly errno: number;
  readonly syscall: C;
  readonly host?: string;
  readonly service?: string;
  readonly address?: Address;
  /** For EAI_SYSTEM: the errno behind it, negative, and its name. */
  readonly systemErrno?: number;
  readonly systemCode?: ErrnoName;
}

/** What a lookup of the result door gives: its value, or the code by which it failed. */
export type ResolveResult<T, C extends EaiCallName> = Success<T> | ResolveFailure<C>;

/** The gate of the throwing door, where a code becomes an error. */
export function failLookup(syscall: EaiCallName, errno: number, lookup: Lookup): never {
  throw new ResolveError(syscall, errno, lookup);
}

/** The gate of the result door. */
export function lookupFailure<C extends EaiCallName>(syscall: C, errno: number, lookup: Lookup): ResolveFailure<C> {
  const { host, service, address, systemErrno } = lookup;
  return {
    ok: false,
    code: eaiCodeOf(errno) as EaiOf<C>,
    errno,
    syscall,
    ...(typeof host === 'string' ? { host } : {}),
    ...(typeof service === 'string' ? { service } : {}),
    ...(address === undefined ? {} : { address }),
    ...(systemErrno ? { systemErrno, systemCode: codeOf(systemErrno) } : {}),
  };
}
