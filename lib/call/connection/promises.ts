import type { AddressFor } from '../../address/argument';
import { checkInt } from '../../core/check';
import type { ActiveSocket, PassiveSocket } from '../../core/fd';
import type { WaitOptions } from '../../reactor/options';
import { begin } from '../../reactor/reactor';
import { rejected } from '../../reactor/turn';
import { AcceptWait } from './accept-wait';
import type { Accepted } from './accepted';
import { ConnectWait } from './connect-wait';

export type { Accepted } from './accepted';
export { type ConnectionsOptions, connections } from './connections';

/**
 * `accept(fd, address, addrlen)`: takes the next connection from a passive socket, and waits for one if there is none.
 *
 * The new descriptor is close-on-exec, and blocks as accept's do; `accept4` makes a non-blocking one.
 * @param fd a non-blocking socket that listens.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns the connection's descriptor, and the peer's address.
 * @throws {WaitError} ERR_SOCKCALL_BLOCKING_FD if the descriptor blocks.
 * @throws {SyscallError} ECONNABORTED, EMFILE, EINVAL and others; ECANCELED if the descriptor was closed.
 * @see accept(2), https://man7.org/linux/man-pages/man2/accept.2.html
 */
export function accept<S extends PassiveSocket>(fd: S, options?: WaitOptions): Promise<Accepted<S>> {
  return begin(new AcceptWait<S>(fd), options);
}

/**
 * `accept4(fd, address, addrlen, flags)`: accept, with flags for the new descriptor: SOCK_NONBLOCK makes it
 * non-blocking; SOCK_CLOEXEC is added. Linux.
 * @param fd a non-blocking socket that listens.
 * @param flags SOCK_NONBLOCK or 0.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns the connection's descriptor, and the peer's address.
 * @throws {WaitError} ERR_SOCKCALL_BLOCKING_FD if the descriptor blocks.
 * @throws {SyscallError} ECONNABORTED, EMFILE, EINVAL and others; ECANCELED if the descriptor was closed.
 * @see accept4(2), https://man7.org/linux/man-pages/man2/accept4.2.html
 */
export function accept4<S extends PassiveSocket>(fd: S, flags: number, options?: WaitOptions): Promise<Accepted<S>> {
  try {
    return begin(new AcceptWait<S>(fd, checkInt('flags', flags)), options);
  } catch (error) {
    return rejected(error);
  }
}

/**
 * `connect(fd, address, addrlen)`: connects a socket to an address, and waits until it is connected or is refused.
 *
 * connect is called once; after EINPROGRESS, or EINTR, the connecting goes on in the kernel, and SO_ERROR tells what came of
 * it. Ending the wait does not end the connecting: only close does. A unix socket whose peer has a full backlog is
 * EAGAIN at once, since nothing tells when there is room.
 * @param fd a non-blocking socket that is not connected.
 * @param address of the socket's family.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @throws {WaitError} ERR_SOCKCALL_BLOCKING_FD if the descriptor blocks.
 * @throws {SyscallError} ECONNREFUSED, ETIMEDOUT, EISCONN, ENOENT and others; ECANCELED if the descriptor was closed.
 * @see connect(2), https://man7.org/linux/man-pages/man2/connect.2.html
 */
export function connect<S extends ActiveSocket>(fd: S, address: AddressFor<S>, options?: WaitOptions): Promise<void> {
  try {
    return begin(new ConnectWait(fd, address as AddressFor<unknown>), options);
  } catch (error) {
    return rejected(error);
  }
}
