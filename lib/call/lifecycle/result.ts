import type { Domain, Family, Fd, SocketFd, SocketKind, SocketType } from '../../core/fd';
import type { Result } from '../../core/result';
import { closeOnExec, withCloexec } from '../close-on-exec';
import { failure, success } from '../gate';
import * as raw from './raw';

/** `socket(domain, type, protocol)`: makes a socket, close-on-exec; gives its descriptor. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is the unknown family and kind
export function socket<F extends Family = any, K extends SocketKind = any>(
  domain: Domain<F>,
  type: SocketType<K>,
  protocol = 0,
): Result<SocketFd<F, K>, 'socket'> {
  const result = raw.socket(domain, withCloexec('type', type), protocol);
  return result < 0 ? failure('socket', result) : success(closeOnExec(result) as SocketFd<F, K>);
}

/** `socketpair(domain, type, protocol, sv)`: makes two connected sockets, close-on-exec; gives both descriptors. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is the unknown family and kind
export function socketpair<F extends Family = any, K extends SocketKind = any>(
  domain: Domain<F>,
  type: SocketType<K>,
  protocol = 0,
): Result<[SocketFd<F, K>, SocketFd<F, K>], 'socketpair'> {
  const sv = new Int32Array(2);
  const result = raw.socketpair(domain, withCloexec('type', type), protocol, sv);
  if (result < 0) return failure('socketpair', result);
  return success([closeOnExec(sv[0]!), closeOnExec(sv[1]!)] as [SocketFd<F, K>, SocketFd<F, K>]);
}

/** `shutdown(fd, how)`: ends one direction of a connection, or both. */
export function shutdown(fd: Fd, how: number): Result<void, 'shutdown'> {
  const result = raw.shutdown(fd, how);
  return result < 0 ? failure('shutdown', result, fd) : success(undefined);
}

/** `close(fd)`: gives the descriptor back. */
export function close(fd: Fd): Result<void, 'close'> {
  const result = raw.close(fd);
  return result < 0 ? failure('close', result, fd) : success(undefined);
}
