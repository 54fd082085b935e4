import type { Bytes, Data } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';

/** `readv(fd, iov, iovcnt)`: reads bytes from any descriptor into several buffers, filling one after the other. */
export function readv(fd: Fd, buffers: readonly Bytes[]): Result<number, 'readv'> {
  const result = raw.readv(fd, buffers);
  return result < 0 ? failure('readv', result, fd) : success(result);
}

/** `writev(fd, iov, iovcnt)`: writes the bytes of several buffers to any descriptor, in one go. */
export function writev(fd: Fd, buffers: readonly Data[]): Result<number, 'writev'> {
  const result = raw.writev(fd, buffers);
  return result < 0 ? failure('writev', result, fd) : success(result);
}
