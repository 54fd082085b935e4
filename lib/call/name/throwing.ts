import { decodeOut } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import type { AddressOf } from '../../core/address';
import type { ActiveSocket, Fd, FamilyOf } from '../../core/fd';
import { fail } from '../gate';
import * as raw from './raw';

const name = new Sockaddr();

/**
 * `getsockname(fd, address, addrlen)`: tells a socket's own address, the port that the kernel chose for port 0 too.
 * @param fd a socket.
 * @returns its address.
 * @throws {SyscallError} EBADF, ENOTSOCK, ENOBUFS.
 * @see getsockname(2), https://man7.org/linux/man-pages/man2/getsockname.2.html
 */
export function getsockname<S extends Fd>(fd: S): AddressOf<FamilyOf<S>> {
  const result = raw.getsockname(fd, name);
  return result < 0 ? fail('getsockname', result, fd) : (decodeOut(name) as AddressOf<FamilyOf<S>>);
}

/**
 * `getpeername(fd, address, addrlen)`: tells the address of a connected socket's peer.
 * @param fd a connected socket.
 * @returns the peer's address.
 * @throws {SyscallError} ENOTCONN, EBADF, ENOTSOCK, ENOBUFS.
 * @see getpeername(2), https://man7.org/linux/man-pages/man2/getpeername.2.html
 */
export function getpeername<S extends ActiveSocket>(fd: S): AddressOf<FamilyOf<S>> {
  const result = raw.getpeername(fd, name);
  return result < 0 ? fail('getpeername', result, fd) : (decodeOut(name) as AddressOf<FamilyOf<S>>);
}
