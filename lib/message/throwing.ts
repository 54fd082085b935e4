import { recvmsg, sendmsg } from '../call/message/throwing';
import type { Bytes, Data } from '../core/bytes';
import type { ActiveSocket, Fd } from '../core/fd';
import { type ReceivedFds, fdsOf, messageWith, roomFor } from './fds';

/**
 * Sends descriptors over a unix socket, by one `sendmsg` with an SCM_RIGHTS message: `sendFds(fd, [listener])`.
 *
 * The receiver gets descriptors of its own for the same open files. They stay open here too, until they are closed.
 * @param fd a unix socket.
 * @param fds what to pass on; Linux takes up to 253 at once.
 * @param data the bytes to send with them, of which a stream needs at least one; a single NUL if absent.
 * @param flags MSG_* constants, or-ed.
 * @returns how many of the bytes the kernel took.
 * @throws {SyscallError} as sendmsg does: EBADF also for one of `fds`, ETOOMANYREFS, EINVAL for too many, and others.
 * @see unix(7), https://man7.org/linux/man-pages/man7/unix.7.html
 */
export function sendFds(fd: ActiveSocket, fds: readonly Fd[], data?: Data, flags = 0): number {
  return sendmsg(fd, messageWith(fds, data), flags);
}

/**
 * Receives descriptors from a unix socket, by one `recvmsg`: `const { fds } = recvFds(fd, 1)`. They are close-on-exec,
 * and the caller's to close.
 *
 * If more arrived than `max`, or than the process may open, `flags` has MSG_CTRUNC and `fds` is empty: those that could
 * be had are closed. Other control messages that the socket asks for (SO_PASSCRED, say) need room too: use recvmsg.
 * @param fd a unix socket.
 * @param max how many descriptors to take at most.
 * @param buffer what to fill with the bytes that came with them; if absent one byte is received, and forgotten.
 * @param flags MSG_* constants, or-ed.
 * @returns the descriptors, how many bytes came, and the flags of the message.
 * @throws {SyscallError} as recvmsg does: EAGAIN, ECONNRESET and others.
 * @see unix(7), https://man7.org/linux/man-pages/man7/unix.7.html
 */
export function recvFds(fd: ActiveSocket, max: number, buffer?: Bytes, flags = 0): ReceivedFds {
  return fdsOf(recvmsg(fd, roomFor(max, buffer), flags));
}
