import { type Bytes, viewOf } from '../../core/bytes';
import { checkUint } from '../../core/check';
import { constants } from 'node:buffer';
import type { CallName } from '../../core/error/by-call';
import { SyscallError } from '../../core/error/syscall-error';
import { wrongType } from '../../core/misuse';

/** Where bytes are to be received: in the caller's memory, or in as much of our own. */
export function roomFor(buffer: Bytes | number): Buffer {
  if (typeof buffer === 'number') return Buffer.allocUnsafe(checkUint('buffer', buffer, constants.MAX_LENGTH));
  const { buffer: memory, byteOffset, byteLength } = viewOf('buffer', buffer);
  return Buffer.from(memory as ArrayBuffer, byteOffset, byteLength);
}

/** The error of a call that failed after others had received some. */
export function stoppedWith(received: Buffer, syscall: CallName, errno: number, fd: number): SyscallError {
  return Object.assign(new SyscallError(syscall, errno, { fd }), { received });
}

/** How much readUntilEnd takes. */
export interface ReadUntilEndOptions {
  /** The most bytes to take; without it as many as come, until memory is full. */
  readonly limit?: number | undefined;
}

export function limitOf(options: ReadUntilEndOptions | undefined): number {
  if (options === undefined) return constants.MAX_LENGTH;
  if (typeof options !== 'object' || options === null) throw wrongType('options', 'of type object', options);
  const { limit } = options;
  return limit === undefined ? constants.MAX_LENGTH : checkUint('options.limit', limit, constants.MAX_LENGTH);
}
