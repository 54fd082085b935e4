import type { ActiveSocket } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import { withCloexec } from './close-on-exec';
import type { MessageBatch } from './message-batch';
import * as raw from './raw';
import { timeoutOf } from './timeout';

/** `sendmmsg(fd, batch, count, flags)`: sends many messages in one call. Linux. */
export function sendmmsg(
  fd: ActiveSocket,
  batch: MessageBatch,
  flags = 0,
  offset = 0,
  count?: number,
): Result<number, 'sendmmsg'> {
  const result = raw.sendmmsg(fd, batch, flags, offset, count);
  return result < 0 ? failure('sendmmsg', result, fd) : success(result);
}

/** `recvmmsg(fd, batch, count, flags, timeout)`: receives many messages in one call. Linux. */
export function recvmmsg(
  fd: ActiveSocket,
  batch: MessageBatch,
  flags = 0,
  timeout?: number,
  offset = 0,
  count?: number,
): Result<number, 'recvmmsg'> {
  const result = raw.recvmmsg(fd, batch, withCloexec(flags, batch), timeoutOf(timeout), offset, count);
  return result < 0 ? failure('recvmmsg', result, fd) : success(result);
}
