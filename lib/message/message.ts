import { types } from 'node:util';
import { Sockaddr } from '../address/sockaddr';
import type { Bytes } from '../core/bytes';
import { wrongType } from '../core/misuse';

/** What a Message is made of. */
export interface MessageParts {
  /** What is sent from or received into, one after the other. */
  readonly buffers?: Bytes | readonly Bytes[] | undefined;
  /** Whom to send to, or where the sender is to be written. */
  readonly address?: Sockaddr | undefined;
  /** Control messages to send, or room to receive them into. */
  readonly control?: Bytes | undefined;
}

/** What the calls take of a message and write to it: in an object of its own, which no code of the caller's reaches. */
export class Header {
  /** Plain and frozen: to read it runs no code of the caller's. */
  buffers: readonly Bytes[] = NO_BUFFERS;
  address: Sockaddr | undefined;
  control: Bytes | undefined;
  flags = 0;
  controlLength = 0;
}

const NO_BUFFERS: readonly Bytes[] = Object.freeze([]);

/** The header of a message; for the calls of this package only. */
export let headerOf: (message: Message) => Header;

/**
 * A message in the form in which the kernel takes and gives it (`struct msghdr`): made once, then passed again and
 * again to `sendmsg` and `recvmsg`, which allocate nothing for it in the raw door.
 *
 * Where a message came from is also where it can be sent to: `sendmsg` takes the address that `recvmsg` wrote.
 */
export class Message {
  readonly #header = new Header();

  static {
    headerOf = (message) => {
      if (!isMessage(message)) throw wrongType('message', 'an instance of Message', message);
      return message.#header;
    };
    const isMessage = (value: unknown): value is Message =>
      typeof value === 'object' && value !== null && #header in value;
  }

  constructor(parts: MessageParts = {}) {
    if (typeof parts !== 'object' || parts === null) throw wrongType('parts', 'of type object', parts);
    const { buffers, address, control } = parts;
    this.buffers = buffers;
    this.address = address;
    this.control = control;
  }

  /** What is sent from or received into, one after the other. Another list may be set; the list itself is frozen. */
  get buffers(): readonly Bytes[] {
    return this.#header.buffers;
  }

  set buffers(buffers: Bytes | readonly Bytes[] | undefined) {
    this.#header.buffers = listOf(buffers);
  }

  /** Whom to send to; receives the sender, or no address if there is none. Absent, the kernel is not asked for it. */
  get address(): Sockaddr | undefined {
    return this.#header.address;
  }

  set address(address: Sockaddr | undefined) {
    if (address !== undefined && !(address instanceof Sockaddr)) {
      throw wrongType('address', 'an instance of Sockaddr', address);
    }
    this.#header.address = address;
  }

  /** Control messages: all of these bytes are sent, or are room to receive into. */
  get control(): Bytes | undefined {
    return this.#header.control;
  }

  set control(control: Bytes | undefined) {
    this.#header.control = control === undefined ? undefined : checkBytes('control', control);
  }

  /** The flags of the message received last: MSG_TRUNC, MSG_CTRUNC, MSG_EOR, MSG_ERRQUEUE and others; 0 after an error. */
  get flags(): number {
    return this.#header.flags;
  }

  /** How many bytes of `control` the message received last has filled; 0 after an error. */
  get controlLength(): number {
    return this.#header.controlLength;
  }
}

function listOf(buffers: Bytes | readonly Bytes[] | undefined): readonly Bytes[] {
  if (buffers === undefined) return NO_BUFFERS;
  if (!Array.isArray(buffers)) return Object.freeze([checkBytes('buffers', buffers)]);
  return Object.freeze(
    Array.from(buffers as readonly unknown[], (each, place) => checkBytes(`buffers[${place}]`, each)),
  );
}

function checkBytes(name: string, value: unknown): Bytes {
  if (ArrayBuffer.isView(value) || types.isArrayBuffer(value)) return value;
  throw wrongType(name, 'an ArrayBufferView or ArrayBuffer', value);
}
