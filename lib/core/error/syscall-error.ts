import { type Address, formatAddress } from '../address';
import type { CallName, ErrnoOf } from './by-call';
import type { ErrnoName } from './errno-name';
import { errnoName } from './errno';

/** What a call may know of its arguments when it fails. */
export interface Circumstances {
  readonly fd?: number | undefined;
  readonly address?: Address | undefined;
}

/** The code of an error number: its name, or what says that it has none. */
export function codeOf(errno: number): ErrnoName {
  return errnoName(errno) ?? (`E${Math.abs(errno)}` as ErrnoName);
}

/**
 * A system call that failed, as the kernel said. It has the fields and the message of Node's own system errors
 * (`connect ECONNREFUSED 127.0.0.1:80`).
 *
 * `code` is typed with what the call is known to give; a security module or a newer kernel may add to that.
 */
export class SyscallError<C extends CallName = CallName> extends Error {
  /** The errno's canonical name: EAGAIN for EWOULDBLOCK, EOPNOTSUPP for ENOTSUP, where the two are one. */
  readonly code: ErrnoOf<C>;
  /** The error number, negative, as Node's errors and the raw door have it. */
  readonly errno: number;
  /** The C name of the call. */
  readonly syscall: C;
  // Declared only: an error without them does not have the properties.
  declare readonly fd?: number;
  declare readonly address?: Address;
  /** Of a function that makes several calls, such as `writeAll`: how many bytes those before had written. */
  declare readonly written?: number;
  /** Of a function that makes several calls, such as `recvExactly`: what those before had received. */
  declare readonly received?: Buffer;

  constructor(syscall: C, errno: number, { fd, address }: Circumstances = {}) {
    const code = codeOf(errno);
    super(`${syscall} ${code}${address === undefined ? '' : ` ${formatAddress(address)}`}`);
    this.syscall = syscall;
    this.errno = -Math.abs(errno);
    this.code = code as ErrnoOf<C>;
    if (fd !== undefined) this.fd = fd;
    if (address !== undefined) this.address = address;
  }

  static {
    this.prototype.name = 'SyscallError';
  }
}

/**
 * Whether something caught is a failed system call, of the given call if one is named; then `code` has that call's
 * errnos for its type, and a `switch` over them is checked by the compiler.
 */
export function isSyscallError<C extends CallName = CallName>(error: unknown, syscall?: C): error is SyscallError<C> {
  return error instanceof SyscallError && (syscall === undefined || error.syscall === syscall);
}
