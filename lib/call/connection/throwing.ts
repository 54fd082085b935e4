import { type AddressFor, failedAddress } from '../../address/argument';
import { SOMAXCONN } from '../../core/constant';
import type { ActiveSocket, ConnectionSocket, PassiveSocket } from '../../core/fd';
import { fail } from '../gate';
import { type Accepted, accept4Cloexec, acceptCloexec, accepted } from './accepted';
import * as raw from './raw';

/**
 * `bind(fd, address, addrlen)`: gives a socket its own address, as a telephone is given its number.
 * @param fd a socket that has no address yet.
 * @param address of the socket's family; port 0 leaves the port to the kernel, `getsockname` tells which.
 * @throws {SyscallError} EADDRINUSE, EADDRNOTAVAIL, EACCES, EINVAL and others.
 * @see bind(2), https://man7.org/linux/man-pages/man2/bind.2.html
 */
export function bind<S extends ActiveSocket>(fd: S, address: AddressFor<S>): void {
  const result = raw.bind(fd, address);
  if (result < 0) fail('bind', result, fd, failedAddress(address));
}

/**
 * `listen(fd, backlog)`: makes a socket passive, as a telephone is switched on: from now on the kernel takes
 * connections for it, and `accept` picks them up. This is the passive open.
 *
 * After it the compiler knows `fd` as a passive socket: `accept(fd)` compiles, `connect(fd, …)` no longer does.
 * @param fd a socket of a type with connections, mostly one that has been bound.
 * @param backlog how many connections may wait to be accepted; the kernel caps it.
 * @throws {SyscallError} EADDRINUSE, EOPNOTSUPP, EINVAL and others.
 * @see listen(2), https://man7.org/linux/man-pages/man2/listen.2.html
 */
export function listen<S extends ConnectionSocket>(
  fd: S,
  backlog: number = SOMAXCONN,
): asserts fd is S & PassiveSocket {
  const result = raw.listen(fd, backlog);
  if (result < 0) fail('listen', result, fd);
}

/**
 * `accept(fd, address, addrlen)`: picks up: takes the next connection from a passive socket, and waits for one if
 * the socket blocks. The passive socket goes on listening.
 *
 * The new descriptor is close-on-exec; to have that at once it is Linux's accept4 that is called.
 * @param fd a socket that listens.
 * @returns the connection's descriptor, and the peer's address.
 * @throws {SyscallError} EAGAIN, ECONNABORTED, EMFILE, EINVAL and others.
 * @see accept(2), https://man7.org/linux/man-pages/man2/accept.2.html
 */
export function accept<S extends PassiveSocket>(fd: S): Accepted<S> {
  const result = acceptCloexec(fd);
  return result < 0 ? fail('accept', result, fd) : accepted(result);
}

/**
 * `accept4(fd, address, addrlen, flags)`: accept, with flags for the new descriptor: SOCK_NONBLOCK makes it
 * non-blocking; SOCK_CLOEXEC is added. Linux.
 * @param fd a socket that listens.
 * @param flags SOCK_NONBLOCK or 0.
 * @returns the connection's descriptor, and the peer's address.
 * @throws {SyscallError} EAGAIN, ECONNABORTED, EMFILE, EINVAL and others.
 * @see accept4(2), https://man7.org/linux/man-pages/man2/accept4.2.html
 */
export function accept4<S extends PassiveSocket>(fd: S, flags: number): Accepted<S> {
  const result = accept4Cloexec(fd, flags);
  return result < 0 ? fail('accept4', result, fd) : accepted(result);
}

/**
 * `connect(fd, address, addrlen)`: dials: connects a stream socket to a listening one (the active open), or tells a
 * datagram socket whom to talk to.
 *
 * A non-blocking stream socket mostly answers EINPROGRESS, and goes on connecting.
 * @param fd a socket that is not connected.
 * @param address of the socket's family; `unspec()` dissolves a datagram socket's association.
 * @throws {SyscallError} ECONNREFUSED, ETIMEDOUT, EINPROGRESS, EISCONN, ENOENT and others.
 * @see connect(2), https://man7.org/linux/man-pages/man2/connect.2.html
 */
export function connect<S extends ActiveSocket>(fd: S, address: AddressFor<S>): void {
  const result = raw.connect(fd, address);
  if (result < 0) fail('connect', result, fd, failedAddress(address));
}
