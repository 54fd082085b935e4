import type { AddressFor } from '../address/argument';
import { Sockaddr } from '../address/sockaddr';
import { type ConnectionsOptions, connections } from '../call/connection/connections';
import { accept, accept4, connect } from '../call/connection/promises';
import { recvfrom, sendto } from '../call/datagram/promises';
import type { Received } from '../call/datagram/received';
import { type OutgoingMessage, outgoing } from '../call/message/outgoing';
import { recvmsg, sendmsg } from '../call/message/promises';
import { type MessageRoom, type ReceivedMessage, ownRoom } from '../call/message/received';
import { read, recv, send, write } from '../call/transfer/promises';
import type { AddressOf } from '../core/address';
import type { Bytes, Data } from '../core/bytes';
import type { Family, Fd, PassiveSocket, SocketFd, SocketKind } from '../core/fd';
import type { Message } from '../message/message';
import type { WaitOptions } from '../reactor/options';
import { readable, writable } from '../reactor/ready';
import { type AcceptedSocket, type Socket, adopt } from './socket';

/** The largest number of a descriptor: no limit lets the kernel give it. */
const NEVER_OPEN = 0x7fffffff as Fd;

/**
 * The calls of a Socket as the promises door has them: with the same arguments and a last `{ signal, timeout }`.
 *
 * Each is rejected with ECANCELED if the Socket is closed while it waits, and with EBADF if it was closed before. A Socket
 * whose call waits is not collected.
 */
export class SocketPromises<F extends Family, K extends SocketKind> {
  readonly #socket: Socket<F, K>;

  constructor(socket: Socket<F, K>) {
    this.#socket = socket;
  }

  /** `accept(fd, address, addrlen)`: takes the next connection, as a Socket of its own. The listener must not block. */
  async accept(
    this: SocketPromises<F, K & ('stream' | 'seqpacket')>,
    options?: WaitOptions,
  ): Promise<AcceptedSocket<F, K>> {
    const limits = ownLimits(options);
    const { fd, address } = await held(this.#socket, accept(this.#socket.fd as Fd as PassiveSocket, limits));
    return { socket: adopt<F, K>(fd), address: address as AddressOf<F> };
  }

  /** `accept4(fd, address, addrlen, flags)`: accept, with SOCK_NONBLOCK for the new socket if wanted. Linux. */
  async accept4(
    this: SocketPromises<F, K & ('stream' | 'seqpacket')>,
    flags: number,
    options?: WaitOptions,
  ): Promise<AcceptedSocket<F, K>> {
    const limits = ownLimits(options);
    const { fd, address } = await held(this.#socket, accept4(this.#socket.fd as Fd as PassiveSocket, flags, limits));
    return { socket: adopt<F, K>(fd), address: address as AddressOf<F> };
  }

  /**
   * The connections of a listener, each as a Socket of its own: `for await (const { socket, address } of …)`. Leaving the
   * loop leaves the listener open.
   */
  connections(
    this: SocketPromises<F, K & ('stream' | 'seqpacket')>,
    options?: ConnectionsOptions,
  ): AsyncIterableIterator<AcceptedSocket<F, K>> {
    const owner = this.#socket;
    const taken = connections(owner.fd as Fd as PassiveSocket, options);
    return {
      async next() {
        const step = await held(owner, taken.next());
        if (step.done === true) return { done: true, value: undefined };
        return {
          done: false,
          value: { socket: adopt<F, K>(step.value.fd), address: step.value.address as AddressOf<F> },
        };
      },
      async return() {
        await taken.return!();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** `connect(fd, address, addrlen)`: connects, and waits until it is done. The socket must not block. */
  async connect(address: AddressFor<SocketFd<F, K>>, options?: WaitOptions): Promise<void> {
    const encoded = encodedAddress(address);
    const limits = ownLimits(options);
    return held(this.#socket, connect(this.#socket.fd, encoded, limits));
  }

  /** `send(fd, buffer, length, flags)`: sends bytes; gives how many the kernel took. */
  async send(buffer: Data, flags = 0, offset = 0, length?: number, options?: WaitOptions): Promise<number> {
    const limits = ownLimits(options);
    return held(this.#socket, send(this.#socket.fd, buffer, flags, offset, length, limits));
  }

  /** `recv(fd, buffer, length, flags)`: receives bytes; gives how many came, 0 at the end of a stream. */
  async recv(buffer: Bytes, flags = 0, offset = 0, length?: number, options?: WaitOptions): Promise<number> {
    const limits = ownLimits(options);
    return held(this.#socket, recv(this.#socket.fd, buffer, flags, offset, length, limits));
  }

  /** `read(fd, buffer, length)`: receives bytes by way of the file layer. The socket must not block. */
  async read(buffer: Bytes, offset = 0, length?: number, options?: WaitOptions): Promise<number> {
    const limits = ownLimits(options);
    return held(this.#socket, read(this.#socket.fd, buffer, offset, length, limits));
  }

  /** `write(fd, buffer, length)`: sends bytes by way of the file layer. The socket must not block. */
  async write(buffer: Data, offset = 0, length?: number, options?: WaitOptions): Promise<number> {
    const limits = ownLimits(options);
    return held(this.#socket, write(this.#socket.fd, buffer, offset, length, limits));
  }

  /** `sendto(fd, buffer, length, flags, address, addrlen)`: sends bytes to an address. */
  async sendto(
    buffer: Data,
    flags = 0,
    address?: AddressFor<SocketFd<F, K>>,
    offset = 0,
    length?: number,
    options?: WaitOptions,
  ): Promise<number> {
    const encoded = address === undefined ? undefined : encodedAddress(address);
    const limits = ownLimits(options);
    return held(this.#socket, sendto(this.#socket.fd, buffer, flags, encoded, offset, length, limits));
  }

  /** `recvfrom(fd, buffer, length, flags, address, addrlen)`: receives bytes, and tells who sent them. */
  async recvfrom(
    buffer: Bytes,
    flags = 0,
    offset = 0,
    length?: number,
    options?: WaitOptions,
  ): Promise<Received<SocketFd<F, K>>> {
    const limits = ownLimits(options);
    return held(this.#socket, recvfrom(this.#socket.fd, buffer, flags, offset, length, limits));
  }

  /** `sendmsg(fd, message, flags)`: sends several buffers, with an address and control messages if they have them. */
  async sendmsg(message: OutgoingMessage<SocketFd<F, K>>, flags = 0, options?: WaitOptions): Promise<number> {
    const own = outgoing(message) as OutgoingMessage<SocketFd<F, K>>;
    const limits = ownLimits(options);
    return held(this.#socket, sendmsg(this.#socket.fd, own, flags, limits));
  }

  /** `recvmsg(fd, message, flags)`: receives into several buffers, with the sender and control messages. */
  async recvmsg(
    message: MessageRoom | Message,
    flags = 0,
    options?: WaitOptions,
  ): Promise<ReceivedMessage<SocketFd<F, K>>> {
    const own = ownRoom(message);
    const limits = ownLimits(options);
    return held(this.#socket, recvmsg(this.#socket.fd, own, flags, limits));
  }

  /** Waits until the socket can be read; a closed one is ready: the call that follows says EBADF. */
  async readable(options?: WaitOptions): Promise<void> {
    const limits = ownLimits(options);
    return held(this.#socket, readable(this.#socket.closed ? NEVER_OPEN : this.#socket.fd, limits));
  }

  /** Waits until the socket can be written; a closed one is ready: the call that follows says EBADF. */
  async writable(options?: WaitOptions): Promise<void> {
    const limits = ownLimits(options);
    return held(this.#socket, writable(this.#socket.closed ? NEVER_OPEN : this.#socket.fd, limits));
  }

  /** `close(fd)`: closes the Socket, once; its answer comes as a promise. */
  // eslint-disable-next-line @typescript-eslint/require-await -- an error of close is a rejection
  async close(): Promise<void> {
    this.#socket.close();
  }
}

/** The promised calls of a Socket. */
export function promisesOf<F extends Family, K extends SocketKind>(socket: Socket<F, K>): SocketPromises<F, K> {
  return new SocketPromises(socket);
}

/** Waits with the owner in hand: one that nobody holds any more would be collected, and closed, while its call waits. */
async function held<T>(owner: Socket, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } finally {
    void owner.closed;
  }
}

/** Read before the number is taken, as `encodedAddress` is. */
function ownLimits(options: WaitOptions | undefined): WaitOptions | undefined {
  if (typeof options !== 'object' || options === null) return options;
  return { signal: options.signal, timeout: options.timeout };
}

function encodedAddress<S>(address: AddressFor<S>): Sockaddr {
  return address instanceof Sockaddr ? address : new Sockaddr(address);
}
