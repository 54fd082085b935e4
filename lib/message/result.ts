import { success } from '../call/gate';
import { recvmsg, sendmsg } from '../call/message/result';
import type { Bytes, Data } from '../core/bytes';
import type { ActiveSocket, Fd } from '../core/fd';
import type { Result } from '../core/result';
import { type ReceivedFds, fdsOf, messageWith, roomFor } from './fds';

/** Sends descriptors over a unix socket, by one `sendmsg`; gives how many of the bytes with them the kernel took. */
export function sendFds(fd: ActiveSocket, fds: readonly Fd[], data?: Data, flags = 0): Result<number, 'sendmsg'> {
  return sendmsg(fd, messageWith(fds, data), flags);
}

/** Receives descriptors from a unix socket, by one `recvmsg`; none if more arrived than `max` (MSG_CTRUNC). */
export function recvFds(fd: ActiveSocket, max: number, buffer?: Bytes, flags = 0): Result<ReceivedFds, 'recvmsg'> {
  const outcome = recvmsg(fd, roomFor(max, buffer), flags);
  return outcome.ok ? success(fdsOf(outcome.value)) : outcome;
}
