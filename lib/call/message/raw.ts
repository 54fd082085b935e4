import { checkInt } from '../../core/check';
import { answer, intAt, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse } from '../../core/misuse';
import { type NativeCall, native } from '../../core/native';
import { type Header, type Message, headerOf } from '../../message/message';

// native/msghdr.h has the same numbers: where the answers beside the answer are, and which part a misuse is of.
const FLAGS = 1;
const PART = 3;
const CONTROL = -1;
const ADDRESS = -2;

const { sendmsg: nativeSendmsg, recvmsg: nativeRecvmsg } = native;

/**
 * `sendmsg(fd, message, flags)`: sends the bytes of several buffers as one message, with an address to send it to and
 * control messages if it has them.
 * @param message its `control` goes out whole; its `address` may be one that recvmsg wrote.
 * @returns how many bytes the kernel took, or -errno.
 */
export function sendmsg(fd: number, message: Message, flags = 0): number {
  const header = headerOf(message);
  pass(nativeSendmsg, header, fd, flags);
  return checked(header);
}

/**
 * `recvmsg(fd, message, flags)`: receives a message into several buffers, one after the other, with its sender and its
 * control messages if there is room for them.
 *
 * Descriptors that it brings stay open on exec unless MSG_CMSG_CLOEXEC is given. They are the caller's, also where some
 * of them were lost (MSG_CTRUNC).
 * @param message receives the sender into its `address` and control messages into its `control`; its `controlLength`
 * and `flags` are set.
 * @returns how many bytes came, 0 at the end of a stream, or -errno.
 */
export function recvmsg(fd: number, message: Message, flags = 0): number {
  const header = headerOf(message);
  pass(nativeRecvmsg, header, fd, flags);
  const result = checked(header);
  header.flags = intAt(FLAGS);
  header.controlLength = intAt(PART);
  return result;
}

function pass(call: NativeCall, header: Header, fd: number, flags: number): void {
  const { buffers, address, control } = header;
  const addressBytes = address?.bytes;
  setInts(checkInt('fd', fd), checkInt('flags', flags), buffers.length);
  call(buffers.length === 1 ? buffers[0] : buffers, addressBytes, control);
}

function checked(header: Header): number {
  const result = answer();
  if (result > MISUSE) return result;
  const part = intAt(PART);
  if (part === ADDRESS) throw misuse(result, 'message.address', header.address);
  if (part === CONTROL) throw misuse(result, 'message.control', header.control);
  throw misuse(result, `message.buffers[${part}]`, header.buffers[part]);
}
