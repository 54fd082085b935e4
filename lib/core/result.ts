import type { Address } from './address';
import type { CallName, ErrnoOf } from './error/by-call';

/** What the kernel refused: the fields of a SyscallError, without the cost of making one. */
export interface Failure<C extends CallName> {
  readonly ok: false;
  /** The errno's name; the type has those that this call is known to give. */
  readonly code: ErrnoOf<C>;
  /** The error number, negative. */
  readonly errno: number;
  readonly syscall: C;
  readonly fd?: number;
  readonly address?: Address;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

/** What a call of the result door gives: its value, or the errno for which it failed. */
export type Result<T, C extends CallName> = Success<T> | Failure<C>;
