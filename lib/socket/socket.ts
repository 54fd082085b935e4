import type { Socket as NetSocket } from 'node:net';
import type { AddressFor } from '../address/argument';
import { Sockaddr } from '../address/sockaddr';
import { recvmmsg, sendmmsg } from '../call/batch/throwing';
import type { MessageBatch } from '../call/batch/message-batch';
import { accept, accept4, bind, connect, listen } from '../call/connection/throwing';
import { recvfrom, sendto } from '../call/datagram/throwing';
import type { Received } from '../call/datagram/received';
import { dup } from '../call/duplicate/throwing';
import { ioctl, sockatmark } from '../call/ioctl/throwing';
import { close, shutdown, socket, socketpair } from '../call/lifecycle/throwing';
import { type OutgoingMessage, outgoing } from '../call/message/outgoing';
import { type MessageRoom, type ReceivedMessage, ownRoom } from '../call/message/received';
import { recvmsg, sendmsg } from '../call/message/throwing';
import { getpeername, getsockname } from '../call/name/throwing';
import { fcntl, getsockopt } from '../call/option/throwing';
import { put } from '../call/option/value';
import { poll } from '../call/poll/throwing';
import { sendfile } from '../call/splice/throwing';
import type { Offset } from '../call/splice/offset';
import { read, recv, send, write } from '../call/transfer/throwing';
import { encodedArray, ownArray } from '../call/vector/buffers';
import { readv, writev } from '../call/vector/throwing';
import { fail } from '../call/gate';
import type { AddressOf } from '../core/address';
import type { Bytes, Data } from '../core/bytes';
import { SOCK_STREAM, SOL_SOCKET, SOMAXCONN, SO_TYPE } from '../core/constant';
import type { Domain, Family, Fd, PassiveSocket, SocketFd, SocketKind, SocketType } from '../core/fd';
import type { IoctlRequest } from '../core/ioctl-request';
import type { LevelOf, OptionSetting, OptionValue, Readable, Writable } from '../core/option/brand';
import { wrongType, wrongValue } from '../core/misuse';
import type { Message } from '../message/message';
import type { ReceivedFds } from '../message/fds';
import { recvFds, sendFds } from '../message/throwing';
import { asyncDispose, dispose } from './disposal';
import { takeOver } from './from-net';
import { forgetOwner, watchOwner } from './leak';
import { type SocketPromises, promisesOf } from './promises';
import { type SocketStream, type SocketStreamOptions, streamOver } from './stream';

/** The number of a Socket that has no descriptor any more: none can have it, so to the kernel every call is EBADF. */
const NONE = -1;
/** The largest number of a descriptor: no limit lets the kernel give it. */
const NEVER_OPEN = 0x7fffffff as Fd;
/** What the constructor is given for a domain by those of this module who have a descriptor already. */
const ADOPTED = Symbol('adopted');

/** A connection that accept() took: its Socket, and the peer's address. */
export interface AcceptedSocket<F extends Family, K extends SocketKind> {
  readonly socket: Socket<F, K>;
  readonly address: AddressOf<F>;
}

/**
 * The owner of a socket's descriptor. It opens or adopts it, has all calls of sockets as methods, under C's names and
 * without the descriptor, and closes it once: by `close()`, or at the end of a block by `using`.
 *
 * The methods block as the calls do, and throw as they do; what each of them does is told at the function of its name.
 * A closed Socket has no number any more: each of its calls gives EBADF, whoever has got the number meanwhile.
 * @see docs/ownership.md
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is the unknown family and kind
export class Socket<F extends Family = any, K extends SocketKind = any> {
  #fd: SocketFd<F, K>;
  #streamed = false;
  #promises: SocketPromises<F, K> | undefined;

  /**
   * `socket(domain, type, protocol)`: makes a socket, close-on-exec, and owns it.
   * @param domain AF_INET, AF_INET6, AF_UNIX or another AF_* constant.
   * @param type SOCK_STREAM, SOCK_DGRAM or another SOCK_* constant, with SOCK_NONBLOCK or-ed in if wanted.
   * @param protocol an IPPROTO_* constant; 0 for the type's usual one.
   * @throws {SyscallError} as socket does.
   */
  constructor(domain: Domain<F>, type: SocketType<K>, protocol = 0) {
    const adopted = (domain as unknown) === ADOPTED;
    this.#fd = adopted ? (type as unknown as SocketFd<F, K>) : socket<F, K>(domain, type, protocol);
    watchOwner(this, this.#fd);
  }

  /**
   * Adopts a descriptor: it is the Socket's from now on, which closes it. A `getsockopt` of SO_TYPE looks whether it is
   * an open socket.
   * @throws {SyscallError} EBADF if it is not open, ENOTSOCK if it is no socket; it is then not adopted.
   */
  static from<F extends Family, K extends SocketKind>(fd: SocketFd<F, K>): Socket<F, K>;
  static from(fd: Fd): Socket;
  static from(fd: Fd): Socket {
    getsockopt(fd, SOL_SOCKET, SO_TYPE);
    return adopt(fd as SocketFd);
  }

  /**
   * Takes the connection over from a net.Socket: Node cannot give its descriptor away, so this is a duplicate (`dup`) of
   * it, and the net.Socket is destroyed, which ends nothing but itself. The descriptor is non-blocking, as Node had it.
   * @param socket connected, not encrypted, and with nothing left to send.
   * @returns the Socket; and as `head` what Node had received already and nobody had read: the stream goes on behind it.
   * @throws {SyscallError} EMFILE and others of dup; the net.Socket is then as it was.
   * @throws {TypeError} if it has no descriptor of its own, is not connected yet, or has something left to send.
   */
  static fromNet(socket: NetSocket): {
    readonly socket: Socket<'inet' | 'inet6' | 'unix', 'stream'>;
    readonly head: Buffer;
  } {
    const { fd, head } = takeOver(socket);
    return { socket: adopt<'inet' | 'inet6' | 'unix', 'stream'>(fd), head };
  }

  /**
   * `socketpair(domain, type, protocol, sv)`: makes two sockets that are connected to each other, close-on-exec.
   * @throws {SyscallError} as socketpair does.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is the unknown family and kind
  static pair<F extends Family = any, K extends SocketKind = any>(
    domain: Domain<F>,
    type: SocketType<K>,
    protocol = 0,
  ): [Socket<F, K>, Socket<F, K>] {
    const [a, b] = socketpair<F, K>(domain, type, protocol);
    return [adopt(a), adopt(b)];
  }

  /** The descriptor, which stays the Socket's: use it, but do not close it. -1 if the Socket has none any more. */
  get fd(): SocketFd<F, K> {
    return this.#fd;
  }

  /** Whether the Socket has no descriptor any more: it was closed or given away. */
  get closed(): boolean {
    return this.#fd === NONE;
  }

  /**
   * `close(fd)`: closes the descriptor, once: a second call does nothing. Promised calls that wait are rejected with
   * ECANCELED.
   * @throws {SyscallError} what close gives, once; the Socket is closed in any case.
   */
  close(): void {
    if (!this.closed) close(this.detach());
  }

  /**
   * Gives the descriptor away: it is the caller's to close, and the Socket has none any more.
   * @returns the descriptor; -1 if there was none.
   */
  detach(): SocketFd<F, K> {
    const fd = this.#fd;
    this.#fd = NONE as SocketFd<F, K>;
    forgetOwner(this);
    return fd;
  }

  /** The same calls as promises: `await socket.promises.recv(buffer)` waits on the event loop. */
  get promises(): SocketPromises<F, K> {
    return (this.#promises ??= promisesOf(this));
  }

  /** `using socket = …` closes it at the end of the block. */
  [dispose](): void {
    this.close();
  }

  /** `await using socket = …` does the same: close does not wait. */
  // eslint-disable-next-line @typescript-eslint/require-await -- an error of close is a rejection
  async [asyncDispose](): Promise<void> {
    this.close();
  }

  /** `bind(fd, address, addrlen)`: gives the socket its own address. */
  bind(address: AddressFor<SocketFd<F, K>>): void {
    const encoded = encodedAddress(address);
    bind(this.#fd, encoded);
  }

  /** `listen(fd, backlog)`: makes the socket passive, so that it takes connections. */
  listen(this: Socket<F, K & ('stream' | 'seqpacket')>, backlog: number = SOMAXCONN): void {
    const fd: Fd = this.#fd;
    listen(fd, backlog);
  }

  /** `accept(fd, address, addrlen)`: takes the next connection, as a Socket of its own. */
  accept(this: Socket<F, K & ('stream' | 'seqpacket')>): AcceptedSocket<F, K> {
    const { fd, address } = accept(this.#fd as Fd as PassiveSocket);
    return { socket: adopt<F, K>(fd), address: address as AddressOf<F> };
  }

  /** `accept4(fd, address, addrlen, flags)`: accept, with SOCK_NONBLOCK for the new socket if wanted. Linux. */
  accept4(this: Socket<F, K & ('stream' | 'seqpacket')>, flags: number): AcceptedSocket<F, K> {
    const { fd, address } = accept4(this.#fd as Fd as PassiveSocket, flags);
    return { socket: adopt<F, K>(fd), address: address as AddressOf<F> };
  }

  /** `connect(fd, address, addrlen)`: connects the socket to an address. */
  connect(address: AddressFor<SocketFd<F, K>>): void {
    const encoded = encodedAddress(address);
    connect(this.#fd, encoded);
  }

  /** `shutdown(fd, how)`: ends one direction of the connection or both; the Socket stays open. */
  shutdown(how: number): void {
    shutdown(this.#fd, how);
  }

  /** `getsockname(fd, address, addrlen)`: tells the socket's own address. */
  getsockname(): AddressOf<F> {
    return getsockname(this.#fd as Fd) as AddressOf<F>;
  }

  /** `getpeername(fd, address, addrlen)`: tells the address of the socket's peer. */
  getpeername(): AddressOf<F> {
    return getpeername(this.#fd as Fd) as AddressOf<F>;
  }

  /** `send(fd, buffer, length, flags)`: sends bytes; gives how many the kernel took. */
  send(buffer: Data, flags = 0, offset = 0, length?: number): number {
    return send(this.#fd, buffer, flags, offset, length);
  }

  /** `recv(fd, buffer, length, flags)`: receives bytes; gives how many came, 0 at the end of a stream. */
  recv(buffer: Bytes, flags = 0, offset = 0, length?: number): number {
    return recv(this.#fd, buffer, flags, offset, length);
  }

  /** `read(fd, buffer, length)`: receives bytes by way of the file layer. */
  read(buffer: Bytes, offset = 0, length?: number): number {
    return read(this.#fd, buffer, offset, length);
  }

  /** `write(fd, buffer, length)`: sends bytes by way of the file layer. */
  write(buffer: Data, offset = 0, length?: number): number {
    return write(this.#fd, buffer, offset, length);
  }

  /** `readv(fd, iov, iovcnt)`: receives bytes into several buffers, filling one after the other. */
  readv(buffers: readonly Bytes[]): number {
    const own = ownArray('buffers', buffers);
    return readv(this.#fd, own);
  }

  /** `writev(fd, iov, iovcnt)`: sends the bytes of several buffers, in one go. */
  writev(buffers: readonly Data[]): number {
    const own = encodedArray('buffers', buffers);
    return writev(this.#fd, own);
  }

  /** `sendto(fd, buffer, length, flags, address, addrlen)`: sends bytes to an address. */
  sendto(buffer: Data, flags = 0, address?: AddressFor<SocketFd<F, K>>, offset = 0, length?: number): number {
    const encoded = address === undefined ? undefined : encodedAddress(address);
    return sendto(this.#fd, buffer, flags, encoded, offset, length);
  }

  /** `recvfrom(fd, buffer, length, flags, address, addrlen)`: receives bytes, and tells who sent them. */
  recvfrom(buffer: Bytes, flags = 0, offset = 0, length?: number): Received<SocketFd<F, K>> {
    return recvfrom(this.#fd, buffer, flags, offset, length);
  }

  /** `sendmsg(fd, message, flags)`: sends several buffers, with an address and control messages if they have them. */
  sendmsg(message: OutgoingMessage<SocketFd<F, K>>, flags = 0): number {
    const own = outgoing(message);
    return sendmsg(this.#fd, own as OutgoingMessage<SocketFd<F, K>>, flags);
  }

  /** `recvmsg(fd, message, flags)`: receives into several buffers, with the sender and control messages. */
  recvmsg(message: MessageRoom | Message, flags = 0): ReceivedMessage<SocketFd<F, K>> {
    const own = ownRoom(message);
    return recvmsg(this.#fd, own, flags);
  }

  /** `sendmmsg(fd, batch, count, flags)`: sends many messages in one call. Linux. */
  sendmmsg(batch: MessageBatch, flags = 0, offset = 0, count?: number): number {
    return sendmmsg(this.#fd, batch, flags, offset, count);
  }

  /** `recvmmsg(fd, batch, count, flags, timeout)`: receives many messages in one call. Linux. */
  recvmmsg(batch: MessageBatch, flags = 0, timeout?: number, offset = 0, count?: number): number {
    return recvmmsg(this.#fd, batch, flags, timeout, offset, count);
  }

  /** Sends descriptors over a unix socket, by one `sendmsg`. They stay open here too. */
  sendFds(fds: readonly Fd[], data?: Data, flags = 0): number {
    const own = Array.isArray(fds) ? Array.from(fds as readonly Fd[]) : fds;
    return sendFds(this.#fd, own, data, flags);
  }

  /** Receives descriptors from a unix socket, by one `recvmsg`. They are the caller's to close. */
  recvFds(max: number, buffer?: Bytes, flags = 0): ReceivedFds {
    return recvFds(this.#fd, max, buffer, flags);
  }

  /** `sendfile(fdOut, fdIn, offset, count)`: sends bytes of a file. Linux. */
  sendfile(fdIn: Fd, offset: Offset | null, count: number): number {
    return sendfile(this.#fd, fdIn, offset, count);
  }

  /** `poll(fds, nfds, timeout)`: waits for events of this socket alone; gives those that it has, 0 if none came; POLLNVAL
   * if the Socket is closed. */
  poll(events: number, timeout: number): number {
    // The kernel takes no notice of a negative descriptor, which would be to wait for nothing.
    const fd = this.closed ? NEVER_OPEN : this.#fd;
    const [polled] = poll([{ fd, events }], timeout);
    return polled === undefined ? 0 : polled.revents;
  }

  /** `getsockopt(fd, level, name, value, length)`: reads an option. */
  getsockopt<N extends number>(level: LevelOf<N>, name: N & Readable<N>): OptionValue<N>;
  getsockopt(level: number, name: number, length: number | Bytes): Uint8Array;
  getsockopt(level: number, name: number, length?: number | Bytes): unknown {
    return getsockopt(this.#fd, level, name, length!);
  }

  /** `setsockopt(fd, level, name, value, length)`: sets an option. */
  setsockopt<N extends number>(level: LevelOf<N>, name: N & Writable<N>, value: OptionSetting<N> | Bytes): void {
    const result = put(this, level, name, value);
    if (result < 0) fail('setsockopt', result, this.#fd);
  }

  /** `fcntl(fd, command, argument)`: reads or sets the flags of the descriptor. */
  fcntl(command: number, argument = 0): number {
    return fcntl(this.#fd, command, argument);
  }

  /** `ioctl(fd, request, argument)`: makes a request that belongs to the kind of socket. */
  ioctl<A extends readonly unknown[], R>(request: IoctlRequest<A, R>, ...argument: A): R;
  ioctl(request: number, argument: Bytes | null): number;
  ioctl(request: number, argument?: unknown): unknown {
    return ioctl(this.#fd, request, argument as null);
  }

  /** `sockatmark(fd)`: tells whether reading has come to the mark that urgent data left. */
  sockatmark(): boolean {
    return sockatmark(this.#fd);
  }

  /** `dup(oldfd)`: makes a second descriptor of the same socket, close-on-exec, with a Socket of its own. */
  dup(): Socket<F, K> {
    return adopt(dup(this.#fd));
  }

  /**
   * A stream over the connection, which owns the Socket from now on: it closes it when both sides have ended, or when it
   * is destroyed. Leave sending and receiving to it; options can still be read and set.
   *
   * A `getsockopt` of SO_TYPE looks whether the socket is a stream. MSG_DONTWAIT is used, and O_NONBLOCK left alone.
   * @param options `{ allowHalfOpen, highWaterMark }`, as node:net has them.
   * @throws {SyscallError} EBADF if the Socket is closed.
   * @throws {TypeError} if the socket is no stream, or has a stream already.
   */
  toStream(this: Socket<F, K & 'stream'>, options: SocketStreamOptions = {}): SocketStream {
    if (typeof options !== 'object' || options === null) throw wrongType('options', 'of type object', options);
    const type: number = getsockopt(this.#fd, SOL_SOCKET, SO_TYPE);
    if (type !== SOCK_STREAM) throw wrongValue('this', 'must be a Socket of the type SOCK_STREAM', this);
    if (this.#streamed) throw wrongValue('this', 'must be a Socket that has no stream yet', this);
    const stream = streamOver(this, options);
    this.#streamed = true;
    return stream;
  }

  /** What console.log shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.closed ? 'Socket { closed }' : `Socket { fd: ${this.#fd} }`;
  }
}

/** Makes a descriptor that is known to be a socket's the property of a new Socket; for this package only. */
export function adopt<F extends Family, K extends SocketKind>(fd: SocketFd<F, K>): Socket<F, K> {
  return new Socket<F, K>(ADOPTED as never, fd);
}

/** Encoded before the number is taken: a getter may close the Socket, and its number may be another's by then. */
function encodedAddress<S>(address: AddressFor<S>): Sockaddr {
  return address instanceof Sockaddr ? address : new Sockaddr(address);
}
