import { failedAddress } from '../../address/argument';
import { checkInt } from '../../core/check';
import { MSG_DONTWAIT } from '../../core/constant';
import { SyscallError } from '../../core/error/syscall-error';
import type { ActiveSocket } from '../../core/fd';
import type { Message } from '../../message/message';
import type { WaitOptions } from '../../reactor/options';
import { begin } from '../../reactor/reactor';
import { READ, WRITE } from '../../reactor/side';
import { rejected } from '../../reactor/turn';
import { Wait } from '../../reactor/wait';
import { type OutgoingMessage, outgoing } from './outgoing';
import * as raw from './raw';
import { type MessageRoom, type ReceivedMessage, received, roomOf, withCloexec } from './received';

export type { OutgoingMessage } from './outgoing';
export type { MessageRoom, ReceivedMessage } from './received';

class SendmsgWait extends Wait<number> {
  constructor(
    fd: number,
    private readonly message: Message,
    private readonly flags: number,
  ) {
    super('sendmsg', fd, WRITE);
  }

  call(): number {
    return raw.sendmsg(this.fd, this.message, this.flags);
  }

  check(): void {
    checkInt('fd', this.fd);
  }

  override error(result: number): Error {
    const address = this.message.address && failedAddress(this.message.address);
    return new SyscallError('sendmsg', result, { fd: this.fd, address });
  }
}

class RecvmsgWait<S> extends Wait<ReceivedMessage<S>> {
  constructor(
    fd: number,
    private readonly message: Message,
    private readonly flags: number,
  ) {
    super('recvmsg', fd, READ);
  }

  call(): number {
    return raw.recvmsg(this.fd, this.message, this.flags);
  }

  check(): void {
    checkInt('fd', this.fd);
  }

  override value(length: number): ReceivedMessage<S> {
    return received<S>(this.message, length);
  }
}

/**
 * `sendmsg(fd, message, flags)`: sends bytes of several buffers in one go, with an address and control messages if they
 * have them; waits for room if there is none.
 *
 * MSG_DONTWAIT is added, so a blocking socket will do as well. Descriptors in control messages have to stay open until
 * the promise is settled.
 * @param fd a socket.
 * @param message `{ buffers, address, control }`, each if wanted; or a `Message`.
 * @param flags MSG_* constants, or-ed.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes the kernel took, which on a stream may be fewer than there are.
 * @throws {SyscallError} EPIPE, ECONNRESET, EMSGSIZE, EINVAL, ETOOMANYREFS and others; ECANCELED if the descriptor was
 * closed.
 * @see sendmsg(2), https://man7.org/linux/man-pages/man2/sendmsg.2.html
 */
export function sendmsg<S extends ActiveSocket>(
  fd: S,
  message: OutgoingMessage<S>,
  flags = 0,
  options?: WaitOptions,
): Promise<number> {
  try {
    const header = outgoing(message);
    return begin(new SendmsgWait(fd, header, checkInt('flags', flags) | MSG_DONTWAIT), options);
  } catch (error) {
    return rejected(error);
  }
}

/**
 * `recvmsg(fd, message, flags)`: receives bytes into several buffers, one after the other, with their sender and their
 * control messages; waits if none have come.
 *
 * MSG_DONTWAIT is added, so a blocking socket will do as well. Descriptors that come are close-on-exec, and what is lost
 * of control messages is treated, as in the throwing door.
 * @param fd a socket.
 * @param message `{ buffers, controlSize, closeOnExec }`: what to fill, room for control messages in bytes, and `false`
 * for packet sockets, which refuse MSG_CMSG_CLOEXEC; or a `Message`.
 * @param flags MSG_* constants, or-ed: MSG_PEEK, MSG_ERRQUEUE, MSG_TRUNC and others.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns the length of what came (0 when the peer has ended the stream), the sender, control messages and flags.
 * @throws {SyscallError} ECONNRESET, ENOTCONN, ECONNREFUSED and others; ECANCELED if the descriptor was closed.
 * @see recvmsg(2), https://man7.org/linux/man-pages/man2/recvmsg.2.html
 */
export function recvmsg<S extends ActiveSocket>(
  fd: S,
  message: MessageRoom | Message,
  flags = 0,
  options?: WaitOptions,
): Promise<ReceivedMessage<S>> {
  try {
    const header = roomOf(message);
    return begin(new RecvmsgWait<S>(fd, header, withCloexec(flags, message, header) | MSG_DONTWAIT), options);
  } catch (error) {
    return rejected(error);
  }
}
