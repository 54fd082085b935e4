import { Sockaddr } from '../../address/sockaddr';
import { decodeControl } from '../../control/decode';
import type { ReceivedControlMessage } from '../../control/message';
import type { AddressOf } from '../../core/address';
import { type Bytes, viewOf } from '../../core/bytes';
import { checkInt, checkUint } from '../../core/check';
import { MSG_CMSG_CLOEXEC, MSG_CTRUNC } from '../../core/constant';
import type { FamilyOf } from '../../core/fd';
import { wrongType } from '../../core/misuse';
import { Message, headerOf } from '../../message/message';
import { closeAll, closeArrived, passedFds } from '../../message/descriptors';
import { closeOnExec as setCloseOnExec } from '../close-on-exec';

/** Where a message is to be received. */
export interface MessageRoom {
  /** What to fill, one after the other. */
  readonly buffers?: Bytes | readonly Bytes[] | undefined;
  /** How many bytes of control messages there is room for; none if absent, and then no descriptor can arrive. */
  readonly controlSize?: number | undefined;
  /**
   * Whether descriptors that come are close-on-exec: yes if absent. `false` leaves MSG_CMSG_CLOEXEC out, which packet
   * sockets, where no descriptor can come, answer by EINVAL.
   */
  readonly closeOnExec?: boolean | undefined;
  /** Room of one's own is given by a Message. */
  readonly control?: undefined;
}

/** A message that has been received. */
export interface ReceivedMessage<S> {
  /** How many bytes came; with MSG_TRUNC as a flag of the call, how many the datagram had. */
  readonly length: number;
  /** Absent if the kernel gives none: a stream has a peer instead, and a unix socket may send without a name. */
  readonly address: AddressOf<FamilyOf<S>> | undefined;
  /** The control messages, in their order. */
  readonly control: ReceivedControlMessage[];
  /** MSG_TRUNC, MSG_CTRUNC, MSG_EOR, MSG_ERRQUEUE and others, or-ed. */
  readonly flags: number;
}

const CLOEXEC: number = MSG_CMSG_CLOEXEC ?? 0;
const LARGEST_CONTROL = 0x100000;
const NO_BYTES = new Uint8Array(0);

const sender = new Sockaddr();

/** The room in the kernel's form. */
export function roomOf(room: MessageRoom | Message): Message {
  if (room instanceof Message) return room;
  if (typeof room !== 'object' || room === null) throw wrongType('message', 'of type object', room);
  const { buffers, controlSize = 0 } = room;
  const size = checkUint('message.controlSize', controlSize, LARGEST_CONTROL);
  return new Message({ buffers, address: sender, control: size === 0 ? undefined : new Uint8Array(size) });
}

/** The same room, in which no getter is left that could run while the call is made. */
export function ownRoom(room: MessageRoom | Message): MessageRoom | Message {
  if (room instanceof Message || typeof room !== 'object' || room === null) return room;
  const { buffers, controlSize, closeOnExec } = room;
  return {
    buffers: Array.isArray(buffers) ? Array.from(buffers as readonly Bytes[]) : buffers,
    controlSize,
    closeOnExec,
  };
}

/** Flags for a call that may bring descriptors, with the one for close-on-exec where the platform has it. */
export function withCloexec(flags: number, room: MessageRoom | Message, message: Message): number {
  const closeOnExec = room instanceof Message ? undefined : room.closeOnExec;
  if (closeOnExec !== undefined && typeof closeOnExec !== 'boolean')
    throw wrongType('message.closeOnExec', 'of type boolean', closeOnExec);
  checkInt('flags', flags);
  return headerOf(message).control === undefined || closeOnExec === false ? flags : flags | CLOEXEC;
}

/** The message just received. Descriptors that came with it are closed if the caller can't have it. */
export function received<S>(message: Message, length: number): ReceivedMessage<S> {
  const { address, control, controlLength, flags } = headerOf(message);
  const bytes = control === undefined || controlLength === 0 ? NO_BYTES : viewOf('message.control', control);
  try {
    const passed = passedFds(bytes, controlLength);
    passed.forEach(setCloseOnExec);
    const from = address?.decode() as AddressOf<FamilyOf<S>> | undefined;
    const messages = decodeControl(bytes, controlLength);
    // The flag that was added here is no news of the message.
    const given = { length, address: from, control: messages, flags: flags & ~CLOEXEC };
    if ((flags & MSG_CTRUNC) === 0) return given;
    const rest = withoutFds(given);
    closeAll(passed);
    return rest;
  } catch (error) {
    closeArrived(bytes, controlLength);
    throw error;
  }
}

/** Where some descriptors are missing, nobody can tell which is which of the others. */
function withoutFds<S>(message: ReceivedMessage<S>): ReceivedMessage<S> {
  return {
    ...message,
    control: message.control.map((each) => (each.name === 'SCM_RIGHTS' ? { ...each, fds: [] } : each)),
  };
}
