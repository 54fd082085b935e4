import { type Data, utf8, viewOf } from '../../core/bytes';
import type { CallName } from '../../core/error/by-call';
import { SyscallError } from '../../core/error/syscall-error';

/** The bytes of what is to be sent. */
export function bytesOf(data: Data): Uint8Array {
  return typeof data === 'string' ? utf8.encode(data) : viewOf('data', data);
}

/** The error of a call that failed after others had sent some. */
export function stoppedAt(written: number, syscall: CallName, errno: number, fd: number): SyscallError {
  return Object.assign(new SyscallError(syscall, errno, { fd }), { written });
}
