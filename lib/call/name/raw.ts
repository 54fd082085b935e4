import { outBytes } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';
import { checkInt } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `getsockname(fd, address, addrlen)`: tells a socket's own address.
 * @param address receives it.
 * @returns 0, or -errno.
 */
export function getsockname(fd: number, address: Sockaddr): number {
  const bytes = outBytes('address', address);
  setInts(checkInt('fd', fd));
  native.getsockname(bytes);
  return checked(address);
}

/**
 * `getpeername(fd, address, addrlen)`: tells the address of a connected socket's peer.
 * @param address receives it.
 * @returns 0, or -errno.
 */
export function getpeername(fd: number, address: Sockaddr): number {
  const bytes = outBytes('address', address);
  setInts(checkInt('fd', fd));
  native.getpeername(bytes);
  return checked(address);
}

function checked(address: Sockaddr): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'address', address);
  return result;
}
