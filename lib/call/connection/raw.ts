import type { Address } from '../../core/address';
import { SOMAXCONN } from '../../core/constant';
import { checkInt } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, unavailable } from '../../core/misuse';
import { native } from '../../core/native';
import { addressBytes, outBytes } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';

/**
 * `bind(fd, address, addrlen)`: gives a socket its own address.
 * @returns 0, or -errno.
 */
export function bind(fd: number, address: Address | Sockaddr): number {
  const bytes = addressBytes(address);
  setInts(checkInt('fd', fd));
  native.bind(bytes);
  return checked(address);
}

/**
 * `listen(fd, backlog)`: makes a socket passive, so that it takes connections.
 * @returns 0, or -errno.
 */
export function listen(fd: number, backlog: number = SOMAXCONN): number {
  setInts(checkInt('fd', fd), checkInt('backlog', backlog));
  native.listen();
  return answer();
}

/**
 * `accept(fd, address, addrlen)`: takes a connection from a passive socket.
 * @param address receives the peer's address; without it the kernel is not asked for one.
 * @returns the connection's descriptor, or -errno.
 */
export function accept(fd: number, address?: Sockaddr): number {
  const bytes = address === undefined ? undefined : outBytes('address', address);
  setInts(checkInt('fd', fd));
  native.accept(bytes);
  return checked(address);
}

/**
 * `accept4(fd, address, addrlen, flags)`: takes a connection, with SOCK_NONBLOCK or SOCK_CLOEXEC set on it. Linux.
 * @param address receives the peer's address; without it the kernel is not asked for one.
 * @returns the connection's descriptor, or -errno.
 */
export function accept4(fd: number, flags: number, address?: Sockaddr): number {
  if (native.accept4 === undefined) throw unavailable('accept4');
  const bytes = address === undefined ? undefined : outBytes('address', address);
  setInts(checkInt('fd', fd), checkInt('flags', flags));
  native.accept4(bytes);
  return checked(address);
}

/**
 * `connect(fd, address, addrlen)`: connects a socket to an address.
 * @returns 0, or -errno.
 */
export function connect(fd: number, address: Address | Sockaddr): number {
  const bytes = addressBytes(address);
  setInts(checkInt('fd', fd));
  native.connect(bytes);
  return checked(address);
}

function checked(address: unknown): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'address', address);
  return result;
}
