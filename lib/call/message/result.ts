import { failedAddress } from '../../address/argument';
import type { ActiveSocket } from '../../core/fd';
import type { Result } from '../../core/result';
import type { Message } from '../../message/message';
import { failure, success } from '../gate';
import { type OutgoingMessage, outgoing } from './outgoing';
import * as raw from './raw';
import { type MessageRoom, type ReceivedMessage, received, roomOf, withCloexec } from './received';

/** `sendmsg(fd, message, flags)`: sends bytes of several buffers, with an address and control messages if wanted. */
export function sendmsg<S extends ActiveSocket>(
  fd: S,
  message: OutgoingMessage<S>,
  flags = 0,
): Result<number, 'sendmsg'> {
  const header = outgoing(message);
  const result = raw.sendmsg(fd, header, flags);
  if (result >= 0) return success(result);
  return failure('sendmsg', result, fd, header.address && failedAddress(header.address));
}

/** `recvmsg(fd, message, flags)`: receives bytes into several buffers, with their sender and their control messages. */
export function recvmsg<S extends ActiveSocket>(
  fd: S,
  message: MessageRoom | Message,
  flags = 0,
): Result<ReceivedMessage<S>, 'recvmsg'> {
  const header = roomOf(message);
  const result = raw.recvmsg(fd, header, withCloexec(flags, message, header));
  return result < 0 ? failure('recvmsg', result, fd) : success(received(header, result));
}
