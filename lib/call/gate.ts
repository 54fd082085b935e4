import type { Address } from '../core/address';
import type { CallName, ErrnoOf } from '../core/error/by-call';
import { SyscallError, codeOf } from '../core/error/syscall-error';
import type { Failure, Success } from '../core/result';

/** The gate of the throwing door, where -errno becomes an error. */
export function fail<C extends CallName>(syscall: C, errno: number, fd?: number, address?: Address): never {
  throw new SyscallError(syscall, errno, { fd, address });
}

/** The gate of the result door. */
export function failure<C extends CallName>(syscall: C, errno: number, fd?: number, address?: Address): Failure<C> {
  return {
    ok: false,
    code: codeOf(errno) as ErrnoOf<C>,
    errno,
    syscall,
    ...(fd === undefined ? {} : { fd }),
    ...(address === undefined ? {} : { address }),
  };
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}
