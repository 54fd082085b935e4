import type { AddressFor } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import { encodeControl } from '../../control/encode';
import type { SentControlMessage } from '../../control/message';
import { type Bytes, type Data, utf8 } from '../../core/bytes';
import { wrongType } from '../../core/misuse';
import { Message } from '../../message/message';

/** A message to send, as it is most easily written. */
export interface OutgoingMessage<S> {
  /** What to send, one after the other; text goes out as UTF-8. */
  readonly buffers?: Data | readonly Data[] | undefined;
  /** Whom to send it to; absent, whom the socket is connected to. */
  readonly address?: AddressFor<S> | undefined;
  /** Control messages, or the bytes of some. */
  readonly control?: readonly SentControlMessage[] | Bytes | undefined;
}

/** The message in the kernel's form. */
export function outgoing<S>(message: OutgoingMessage<S>): Message {
  if (message instanceof Message) return message;
  if (typeof message !== 'object' || message === null) throw wrongType('message', 'of type object', message);
  const { buffers, address, control } = message;
  return new Message({
    buffers: Array.isArray(buffers) ? (buffers as readonly Data[]).map(bytesOf) : bytesOf(buffers as Data),
    address: address === undefined || address instanceof Sockaddr ? address : new Sockaddr(address),
    control: Array.isArray(control) ? encodeControl(control as readonly SentControlMessage[]) : (control as Bytes),
  });
}

function bytesOf(data: Data): Bytes {
  return typeof data === 'string' ? utf8.encode(data) : data;
}
