import type { Bytes, Data } from '../../core/bytes';
import type { ActiveSocket, Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';

/** `send(fd, buffer, length, flags)`: sends bytes over a connected socket; gives how many the kernel took. */
export function send(fd: ActiveSocket, buffer: Data, flags = 0, offset = 0, length?: number): Result<number, 'send'> {
  const result = raw.send(fd, buffer, flags, offset, length);
  return result < 0 ? failure('send', result, fd) : success(result);
}

/** `recv(fd, buffer, length, flags)`: receives bytes from a socket; gives how many came, 0 at the end of a stream. */
export function recv(fd: ActiveSocket, buffer: Bytes, flags = 0, offset = 0, length?: number): Result<number, 'recv'> {
  const result = raw.recv(fd, buffer, flags, offset, length);
  return result < 0 ? failure('recv', result, fd) : success(result);
}

/** `read(fd, buffer, length)`: reads bytes from any descriptor; gives how many came, 0 at the end. */
export function read(fd: Fd, buffer: Bytes, offset = 0, length?: number): Result<number, 'read'> {
  const result = raw.read(fd, buffer, offset, length);
  return result < 0 ? failure('read', result, fd) : success(result);
}

/** `write(fd, buffer, length)`: writes bytes to any descriptor; gives how many the kernel took. */
export function write(fd: Fd, buffer: Data, offset = 0, length?: number): Result<number, 'write'> {
  const result = raw.write(fd, buffer, offset, length);
  return result < 0 ? failure('write', result, fd) : success(result);
}
