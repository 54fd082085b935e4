import { checkInt } from '../../core/check';
import { MSG_CMSG_CLOEXEC } from '../../core/constant';
import { type MessageBatch, memoryOf } from './message-batch';

/**
 * Flags for recvmmsg, with the one by which descriptors in control messages are close-on-exec, if any can come and the
 * batch was not made without it.
 */
export function withCloexec(flags: number, batch: MessageBatch): number {
  return memoryOf(batch).closeOnExec ? checkInt('flags', flags) | (MSG_CMSG_CLOEXEC ?? 0) : flags;
}
