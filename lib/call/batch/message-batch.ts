import { Sockaddr } from '../../address/sockaddr';
import type { Address } from '../../core/address';
import { type Bytes, type Data, utf8, viewOf } from '../../core/bytes';
import { checkUint } from '../../core/check';
import { outOfRange, wrongType, wrongValue } from '../../core/misuse';
import { ownArray } from '../vector/buffers';
import { type Sizes, makeBlock } from './block';

/** As many as Linux's sendmmsg takes in one call. */
const MOST_MESSAGES = 1024;
const DEFAULT_SIZE = 2048;
const INT_MAX = 0x7fffffff;

export interface MessageBatchOptions {
  /** Bytes of each message's buffer; 2048 if absent. */
  readonly size?: number;
  /** Whether messages have addresses to be sent to, or are to tell who sent them; `true` if absent. */
  readonly address?: boolean;
  /** Bytes of room for each message's control messages; 0 if absent. */
  readonly control?: number;
  /**
   * Whether descriptors that come are close-on-exec: yes if absent. `false` leaves MSG_CMSG_CLOEXEC out, which packet
   * sockets, where no descriptor can come, answer by EINVAL.
   */
  readonly closeOnExec?: boolean;
}

/** A message of a batch, as its arrays have it. */
export interface BatchMessage {
  /** The part of its buffer that its length tells; no copy, so it is the next message's with the next call. */
  readonly data: Uint8Array;
  /** Who sent it, or whom it is for. */
  readonly address: Address | undefined;
  /** What the kernel said of it: MSG_TRUNC, MSG_CTRUNC, MSG_EOR and others. */
  readonly flags: number;
  /** The bytes of its control messages; no copy either. */
  readonly control: Uint8Array;
}

/** What a call needs of a batch, where nobody else gets at it. */
export interface BatchMemory {
  readonly block: ArrayBuffer;
  readonly count: number;
  /** Whether descriptors may come, in control messages, that are to be close-on-exec. */
  readonly closeOnExec: boolean;
  /** The caller's own buffers, if it is these that the batch is made of. */
  readonly own: readonly Uint8Array[] | undefined;
}

let memory: (batch: object) => BatchMemory | undefined;

/**
 * Many messages for one call of `sendmmsg` or `recvmmsg`: their buffers, lengths, addresses, flags and control messages,
 * in memory that is made once and kept, so that a call allocates nothing. What was received can be sent again as it
 * is: an echo is `sendmmsg(fd, batch, 0, 0, recvmmsg(fd, batch))`.
 */
export class MessageBatch {
  static {
    memory = (batch) => (#memory in batch ? batch.#memory : undefined);
  }

  /** How many messages there is room for. */
  readonly count: number;
  /** Each message's bytes. Fill them before sending; `lengths` tells how many there are. */
  readonly buffers: readonly Uint8Array[];
  /** How many bytes to send, and how many were sent or came. With MSG_TRUNC that may be more than the buffer has. */
  readonly lengths: Int32Array;
  /** What the kernel said of each message that came: MSG_TRUNC, MSG_CTRUNC and others. */
  readonly flags: Int32Array;
  /** Where to send each message, or who sent it; an empty one means the socket's peer. None with `address: false`. */
  readonly addresses: readonly Sockaddr[];
  /** Room for each message's control messages, in the kernel's form. None with `control: 0`. */
  readonly control: readonly Uint8Array[];
  /** How many bytes of control messages to send, or how many came. */
  readonly controlLengths: Int32Array;

  readonly #memory: BatchMemory;

  /**
   * @param messages how many messages, from 1 to 1024; or their buffers, which then are the caller's own.
   * @throws {RangeError} if all of it together would be more than 2 GiB.
   */
  constructor(messages: number | readonly Bytes[], options: MessageBatchOptions = {}) {
    const own = typeof messages === 'number' ? undefined : ownViews(messages);
    const sizes = sizesOf(own?.length ?? messages, options, own !== undefined);
    const closeOnExec = closeOnExecOf(options) && sizes.control > 0;
    const block = makeBlock(sizes);
    this.#memory = { block: block.memory, count: block.lengths.length, closeOnExec, own };
    this.count = block.lengths.length;
    this.buffers = own ?? block.buffers;
    this.lengths = block.lengths;
    this.flags = block.flags;
    this.addresses = block.addresses;
    this.control = block.control;
    this.controlLengths = block.controlLengths;
  }

  /**
   * Writes a message into the batch, for `sendmmsg`.
   * @param index which one.
   * @param data its bytes, which are copied; a string as UTF-8.
   * @param address where to; `undefined` for the socket's peer.
   */
  put(index: number, data: Data, address?: Address | Sockaddr): void {
    const buffer = this.buffers[checkUint('index', index, this.#memory.count - 1)]!;
    // The address first: to encode one may run code of the user's.
    setAddress(this.addresses[index], address);
    const bytes = typeof data === 'string' ? utf8.encode(data) : viewOf('data', data);
    const range = `<= ${buffer.byteLength}`;
    if (bytes.byteLength > buffer.byteLength) throw outOfRange('data.byteLength', range, bytes.byteLength);
    buffer.set(bytes);
    this.lengths[index] = bytes.byteLength;
    this.controlLengths[index] = 0;
  }

  /** A message of the batch. */
  message(index: number): BatchMessage {
    checkUint('index', index, this.#memory.count - 1);
    return {
      data: this.buffers[index]!.subarray(0, this.lengths[index]),
      address: this.addresses[index]?.decode(),
      flags: this.flags[index]!,
      control: this.control[index]?.subarray(0, this.controlLengths[index]) ?? new Uint8Array(),
    };
  }

  /** The first so many messages of the batch, one after the other. */
  *messages(count: number = this.count): Generator<BatchMessage, void, void> {
    checkUint('count', count, this.#memory.count);
    for (let index = 0; index < count; index++) yield this.message(index);
  }
}

/** The memory of a batch, for a call. */
export function memoryOf(batch: MessageBatch): BatchMemory {
  const found = typeof batch === 'object' && batch !== null ? memory(batch) : undefined;
  if (found === undefined) throw wrongType('batch', 'an instance of MessageBatch', batch);
  return found;
}

function sizesOf(messages: unknown, options: MessageBatchOptions, own: boolean): Sizes {
  const { address = true, size = own ? 0 : DEFAULT_SIZE, control = 0 } = options;
  const count = checkUint(own ? 'messages.length' : 'messages', messages, MOST_MESSAGES);
  if (count === 0) throw outOfRange('messages', `>= 1 && <= ${MOST_MESSAGES}`, count);
  if (typeof address !== 'boolean') throw wrongType('address', 'of type boolean', address);
  if (own && size !== 0) throw wrongValue('size', 'is for buffers that are not given', size);
  return { count, address, size: checkUint('size', size, INT_MAX), control: checkUint('control', control, INT_MAX) };
}

function closeOnExecOf({ closeOnExec = true }: MessageBatchOptions): boolean {
  if (typeof closeOnExec !== 'boolean') throw wrongType('closeOnExec', 'of type boolean', closeOnExec);
  return closeOnExec;
}

function ownViews(buffers: readonly Bytes[]): readonly Uint8Array[] {
  return Object.freeze(ownArray('messages', buffers).map((buffer, index) => viewOf(`messages[${index}]`, buffer)));
}

function setAddress(target: Sockaddr | undefined, address: Address | Sockaddr | undefined): void {
  if (target === undefined) {
    if (address !== undefined) throw wrongValue('address', 'is for a batch with addresses', address);
  } else if (address === undefined) target.bytes.fill(0);
  else if (address instanceof Sockaddr) target.bytes.set(address.bytes);
  else target.encode(address);
}
