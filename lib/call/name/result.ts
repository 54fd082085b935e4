import { decodeOut } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import type { AddressOf } from '../../core/address';
import type { ActiveSocket, Fd, FamilyOf } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';

const name = new Sockaddr();

/** `getsockname(fd, address, addrlen)`: tells a socket's own address. */
export function getsockname<S extends Fd>(fd: S): Result<AddressOf<FamilyOf<S>>, 'getsockname'> {
  const result = raw.getsockname(fd, name);
  return result < 0 ? failure('getsockname', result, fd) : success(decodeOut(name) as AddressOf<FamilyOf<S>>);
}

/** `getpeername(fd, address, addrlen)`: tells the address of a connected socket's peer. */
export function getpeername<S extends ActiveSocket>(fd: S): Result<AddressOf<FamilyOf<S>>, 'getpeername'> {
  const result = raw.getpeername(fd, name);
  return result < 0 ? failure('getpeername', result, fd) : success(decodeOut(name) as AddressOf<FamilyOf<S>>);
}
