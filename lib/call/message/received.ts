import { Sockaddr } from '../../address/sockaddr';
import { decodeControl } from '../../control/decode';
import type { ControlMessage } from '../../control/message';
import type { AddressOf } from '../../core/address';
import { type Bytes, viewOf } from '../../core/bytes';
import { checkInt, checkUint } from '../../core/check';
import { MSG_CMSG_CLOEXEC, MSG_CTRUNC } from '../../core/constant';
import type { Fd, FamilyOf } from '../../core/fd';
import { wrongType } from '../../core/misuse';
import { Message, headerOf } from '../../message/message';
import { closeOnExec } from '../close-on-exec';
import { close } from '../lifecycle/raw';

/** Where a message is to be received. */
export interface MessageRoom {
  /** What to fill, one after the other. */
  readonly buffers?: Bytes | readonly Bytes[] | undefined;
  /** How many bytes of control messages there is room for; none if absent, and then no descriptor can arrive. */
  readonly controlSize?: number | undefined;
}

/** A message that has been received. */
export interface ReceivedMessage<S> {
  /** How many bytes came; with MSG_TRUNC as a flag of the call, how many the datagram had. */
  readonly length: number;
  /** The sender; absent where the kernel tells none, as for a connected stream or a unix socket without a name. */
  readonly address: AddressOf<FamilyOf<S>> | undefined;
  /** The control messages, in their order. */
  readonly control: ControlMessage[];
  /** MSG_TRUNC, MSG_CTRUNC, MSG_EOR, MSG_ERRQUEUE and others, or-ed. */
  readonly flags: number;
}

const CLOEXEC: number = MSG_CMSG_CLOEXEC ?? 0;
const LARGEST_CONTROL = 0x100000;

const sender = new Sockaddr();

/** The room in the kernel's form. */
export function roomOf(room: MessageRoom | Message): Message {
  if (room instanceof Message) return room;
  if (typeof room !== 'object' || room === null) throw wrongType('message', 'of type object', room);
  const { buffers, controlSize = 0 } = room;
  const size = checkUint('message.controlSize', controlSize, LARGEST_CONTROL);
  return new Message({ buffers, address: sender, control: size === 0 ? undefined : new Uint8Array(size) });
}

/** Flags for a call that brings descriptors, with the one for close-on-exec where the platform has it. */
export function withCloexec(flags: number): number {
  return checkInt('flags', flags) | CLOEXEC;
}

/** The message just received. Descriptors that came with it are closed if it can't be given to the caller whole. */
export function received<S>(message: Message, length: number): ReceivedMessage<S> {
  const { address, control, controlLength, flags } = headerOf(message);
  const bytes = control === undefined || controlLength === 0 ? undefined : viewOf('control', control);
  const sent = bytes === undefined ? [] : decodeControl(bytes, controlLength);
  for (const { fds } of sent as { fds?: Fd[] }[]) fds?.forEach(closeOnExec);
  if (flags & MSG_CTRUNC) for (const { fds } of sent as { fds?: Fd[] }[]) fds?.splice(0).forEach(close);
  return {
    length,
    address: address?.decode(),
    control: sent,
    flags: flags & ~CLOEXEC,
  } as unknown as ReceivedMessage<S>;
}
