import { failedAddress } from '../../address/argument';
import type { ActiveSocket } from '../../core/fd';
import type { Message } from '../../message/message';
import { fail } from '../gate';
import { type OutgoingMessage, outgoing } from './outgoing';
import * as raw from './raw';
import { type MessageRoom, type ReceivedMessage, received, roomOf, withCloexec } from './received';

/**
 * `sendmsg(fd, message, flags)`: sends bytes of several buffers in one go, with an address to send them to and control
 * messages if they have them.
 *
 * `sendmsg(fd, { buffers: [head, body], control: [{ name: 'SCM_RIGHTS', fds: [file] }] })`, for example.
 * A stream takes control messages with the bytes beside them, so there has to be at least one byte.
 * @param fd a socket.
 * @param message `{ buffers, address, control }`, each if wanted; or a `Message`.
 * @param flags MSG_* constants, or-ed.
 * @returns how many bytes the kernel took, which on a stream may be fewer than there are; control messages have then
 * gone out with the first.
 * @throws {SyscallError} EAGAIN, EPIPE, ECONNRESET, EMSGSIZE, EINVAL, ETOOMANYREFS and others.
 * @see sendmsg(2), https://man7.org/linux/man-pages/man2/sendmsg.2.html
 */
export function sendmsg<S extends ActiveSocket>(fd: S, message: OutgoingMessage<S>, flags = 0): number {
  const header = outgoing(message);
  const result = raw.sendmsg(fd, header, flags);
  return result < 0 ? fail('sendmsg', result, fd, header.address && failedAddress(header.address)) : result;
}

/**
 * `recvmsg(fd, message, flags)`: receives bytes into several buffers, one after the other, with their sender and their
 * control messages.
 *
 * `recvmsg(fd, { buffers: [head, body], controlSize: 256 })`, for example.
 * Descriptors that it brings are close-on-exec: where there is room for control messages, MSG_CMSG_CLOEXEC is added. If control messages did not fit, or the process may open no more
 * descriptors, `flags` has MSG_CTRUNC; those descriptors that did arrive are then closed, and their control message is
 * given without them, because nobody can tell which of them are missing.
 * @param fd a socket.
 * @param message `{ buffers, controlSize, closeOnExec }`: what to fill, room for control messages in bytes, and `false` for
 * packet sockets, which refuse MSG_CMSG_CLOEXEC; or a `Message`.
 * @param flags MSG_* constants, or-ed: MSG_PEEK, MSG_DONTWAIT, MSG_ERRQUEUE, MSG_TRUNC and others.
 * @returns the length of what came (0 when the peer has ended the stream), the sender, control messages and flags.
 * @throws {SyscallError} EAGAIN, ECONNRESET, ENOTCONN, ECONNREFUSED, EINTR and others.
 * @see recvmsg(2), https://man7.org/linux/man-pages/man2/recvmsg.2.html
 */
export function recvmsg<S extends ActiveSocket>(fd: S, message: MessageRoom | Message, flags = 0): ReceivedMessage<S> {
  const header = roomOf(message);
  const result = raw.recvmsg(fd, header, withCloexec(flags, message, header));
  return result < 0 ? fail('recvmsg', result, fd) : received(header, result);
}
