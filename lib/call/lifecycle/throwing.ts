import type { Domain, Family, Fd, SocketFd, SocketKind, SocketType } from '../../core/fd';
import { closeOnExec, withCloexec } from '../close-on-exec';
import { fail } from '../gate';
import * as raw from './raw';

/**
 * `socket(domain, type, protocol)`: makes a socket, which is installing a telephone: it has no number yet, and no
 * line to anybody.
 *
 * The descriptor is close-on-exec, in this door and in the result door; the raw door adds nothing.
 * @param domain AF_INET, AF_INET6, AF_UNIX or another AF_* constant.
 * @param type SOCK_STREAM, SOCK_DGRAM or another SOCK_* constant, with SOCK_NONBLOCK or-ed in if wanted.
 * @param protocol an IPPROTO_* constant; 0 for the type's usual one.
 * @returns the descriptor of an active socket. Its type remembers domain and type; flags or-ed in by `|` make it
 * forget the latter, `socketType` does not.
 * @throws {SyscallError} EAFNOSUPPORT, EPROTONOSUPPORT, EMFILE, EACCES and others.
 * @see socket(2), https://man7.org/linux/man-pages/man2/socket.2.html
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is the unknown family and kind
export function socket<F extends Family = any, K extends SocketKind = any>(
  domain: Domain<F>,
  type: SocketType<K>,
  protocol = 0,
): SocketFd<F, K> {
  const result = raw.socket(domain, withCloexec('type', type), protocol);
  return result < 0 ? fail('socket', result) : (closeOnExec(result) as SocketFd<F, K>);
}

/**
 * `socketpair(domain, type, protocol, sv)`: makes two sockets that are connected to each other, close-on-exec.
 * @param domain AF_UNIX, on almost every platform.
 * @param type SOCK_STREAM, SOCK_DGRAM or SOCK_SEQPACKET.
 * @param protocol 0.
 * @returns both descriptors.
 * @throws {SyscallError} EOPNOTSUPP for a domain without pairs, EMFILE and others.
 * @see socketpair(2), https://man7.org/linux/man-pages/man2/socketpair.2.html
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is the unknown family and kind
export function socketpair<F extends Family = any, K extends SocketKind = any>(
  domain: Domain<F>,
  type: SocketType<K>,
  protocol = 0,
): [SocketFd<F, K>, SocketFd<F, K>] {
  const sv = new Int32Array(2);
  const result = raw.socketpair(domain, withCloexec('type', type), protocol, sv);
  if (result < 0) fail('socketpair', result);
  return [closeOnExec(sv[0]!), closeOnExec(sv[1]!)] as [SocketFd<F, K>, SocketFd<F, K>];
}

/**
 * `shutdown(fd, how)`: ends one direction of a connection or both, for everyone who has the socket, while the
 * descriptor stays open.
 * @param fd a connected socket.
 * @param how SHUT_RD, SHUT_WR or SHUT_RDWR.
 * @throws {SyscallError} ENOTCONN, EINVAL, ENOTSOCK, EBADF.
 * @see shutdown(2), https://man7.org/linux/man-pages/man2/shutdown.2.html
 */
export function shutdown(fd: Fd, how: number): void {
  const result = raw.shutdown(fd, how);
  if (result < 0) fail('shutdown', result, fd);
}

/**
 * `close(fd)`: gives the descriptor back, which is hanging up if it is the last one of its socket.
 *
 * Whatever it answers, EINTR too, on Linux the number is free afterwards: calling it again may close what another
 * part of the program has opened meanwhile.
 * @param fd any descriptor.
 * @throws {SyscallError} EBADF, EIO, EINTR.
 * @see close(2), https://man7.org/linux/man-pages/man2/close.2.html
 */
export function close(fd: Fd): void {
  const result = raw.close(fd);
  if (result < 0) fail('close', result, fd);
}
