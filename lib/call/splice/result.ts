import type { ActiveSocket, Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import { type Offset, offsetOf } from './offset';
import * as raw from './raw';

/** `sendfile(fdOut, fdIn, offset, count)`: copies bytes of a file to a socket or another descriptor. Linux. */
export function sendfile(
  fdOut: ActiveSocket,
  fdIn: Fd,
  offset: Offset | null,
  count: number,
): Result<number, 'sendfile'> {
  const result = raw.sendfile(fdOut, fdIn, offsetOf('offset', offset), count);
  return result < 0 ? failure('sendfile', result, fdOut) : success(result);
}

/** `splice(fdIn, offIn, fdOut, offOut, length, flags)`: moves bytes between a pipe and another descriptor. Linux. */
export function splice(
  fdIn: ActiveSocket,
  offIn: Offset | null,
  fdOut: ActiveSocket,
  offOut: Offset | null,
  length: number,
  flags = 0,
): Result<number, 'splice'> {
  const result = raw.splice(fdIn, offsetOf('offIn', offIn), fdOut, offsetOf('offOut', offOut), length, flags);
  return result < 0 ? failure('splice', result, fdIn) : success(result);
}
