import type { ActiveSocket } from '../../core/fd';
import { fail } from '../gate';
import { withCloexec } from './close-on-exec';
import type { MessageBatch } from './message-batch';
import * as raw from './raw';
import { timeoutOf } from './timeout';

/**
 * `sendmmsg(fd, batch, count, flags)`: sends many messages in one call, which saves all but one of the ways into the
 * kernel. Linux.
 *
 * Each message goes out as by `sendmsg`: the bytes that `batch.lengths` tells, to the address in `batch.addresses`, or to
 * the socket's peer if that is empty. If one fails after others were sent, the call returns how many these are; what was
 * wrong shows when the rest is sent by another call.
 * @param fd a socket, mostly of datagrams.
 * @param batch the messages.
 * @param flags MSG_* constants, or-ed, for all messages.
 * @param offset the first message to send.
 * @param count how many; up to the batch's end if absent.
 * @returns how many messages were sent; their `batch.lengths` are what the kernel took of each.
 * @throws {SyscallError} EAGAIN, EMSGSIZE, EDESTADDRREQ, ECONNREFUSED and others, of the first message.
 * @see sendmmsg(2), https://man7.org/linux/man-pages/man2/sendmmsg.2.html
 */
export function sendmmsg(fd: ActiveSocket, batch: MessageBatch, flags = 0, offset = 0, count?: number): number {
  const result = raw.sendmmsg(fd, batch, flags, offset, count);
  return result < 0 ? fail('sendmmsg', result, fd) : result;
}

/**
 * `recvmmsg(fd, batch, count, flags, timeout)`: receives many messages in one call. Linux.
 *
 * Without flags it waits until as many have come as there is room for. MSG_WAITFORONE waits for the first alone and then
 * takes what is there; MSG_DONTWAIT waits for none. If the socket reports an error after messages have come, the call
 * returns how many these are, and the next call gives the error.
 *
 * The timeout is no promise: Linux looks at the clock only after a message has come. If fewer come than there is room
 * for, and then no more, the call waits for ever, whatever the timeout. SO_RCVTIMEO, or `poll` before, does not have
 * this flaw.
 * @param fd a socket, mostly of datagrams.
 * @param batch what to fill: the buffers, `lengths`, `flags`, `addresses` and `control`. Descriptors that come in control
 * messages are close-on-exec, since MSG_CMSG_CLOEXEC is added if there is room for them and the batch was not made with
 * `closeOnExec: false`, for packet sockets, which refuse MSG_CMSG_CLOEXEC.
 * @param flags MSG_* constants, or-ed, for all messages.
 * @param timeout in milliseconds, with a fraction if need be; none if absent. The raw door has memory for it, as C.
 * @param offset the first message to fill.
 * @param count how many at most; up to the batch's end if absent.
 * @returns how many messages came. `batch.messages(count)` goes through them.
 * @throws {SyscallError} EAGAIN, ECONNREFUSED, EINTR, EINVAL for an impossible timeout, and others.
 * @see recvmmsg(2), https://man7.org/linux/man-pages/man2/recvmmsg.2.html
 */
export function recvmmsg(
  fd: ActiveSocket,
  batch: MessageBatch,
  flags = 0,
  timeout?: number,
  offset = 0,
  count?: number,
): number {
  const result = raw.recvmmsg(fd, batch, withCloexec(flags, batch), timeoutOf(timeout), offset, count);
  return result < 0 ? fail('recvmmsg', result, fd) : result;
}
