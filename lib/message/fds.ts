import type { MessageRoom, ReceivedMessage } from '../call/message/received';
import type { OutgoingMessage } from '../call/message/outgoing';
import type { Bytes, Data } from '../core/bytes';
import { checkUint } from '../core/check';
import type { Fd } from '../core/fd';
import { native } from '../core/native';

/** Descriptors that have been received. */
export interface ReceivedFds {
  /** How many bytes came with them; 0 when the peer has ended the stream. */
  readonly length: number;
  readonly fds: Fd[];
  /** The flags of the message; with MSG_CTRUNC some descriptors were lost, and the others have been closed. */
  readonly flags: number;
}

const INT = 4;
const MOST = 0xffff;
/** A stream carries descriptors beside bytes, so there has to be one. */
const ONE_BYTE: Data = '\0';

/** A message with nothing but descriptors, and the bytes that carry them. */
export function messageWith<S>(fds: readonly Fd[], data: Data = ONE_BYTE): OutgoingMessage<S> {
  return { buffers: data, control: [{ name: 'SCM_RIGHTS', fds }] };
}

/** Room for so many descriptors and not one more, which CMSG_SPACE would have. */
export function roomFor(max: number, buffer: Bytes = new Uint8Array(1)): MessageRoom {
  return { buffers: buffer, controlSize: native.controlSpace(0) + checkUint('max', max, MOST) * INT };
}

/** The descriptors of a message. */
export function fdsOf({ length, control, flags }: ReceivedMessage<unknown>): ReceivedFds {
  return { length, fds: control.flatMap((message) => (message.name === 'SCM_RIGHTS' ? message.fds : [])), flags };
}
