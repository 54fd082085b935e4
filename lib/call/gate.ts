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
  const code = codeOf(errno) as ErrnoOf<C>;
  // Literals, because spreading costs more than the system call.
  if (fd === undefined) return { ok: false, code, errno, syscall };
  if (address === undefined) return { ok: false, code, errno, syscall, fd };
  return { ok: false, code, errno, syscall, fd, address };
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}
