import type { Bytes } from '../../core/bytes';
import { INET6_ADDRSTRLEN } from '../../core/constant';
import { fail } from '../gate';
import * as raw from './raw';
import { addressSize } from './size';

const room = Buffer.alloc(INET6_ADDRSTRLEN);

/**
 * `inet_pton(af, src, dst)`: the bytes of an address that is written in digits, in network byte order. No system call
 * is made.
 * @param family AF_INET or AF_INET6.
 * @param text `127.0.0.1`, all four numbers, decimal; or `::1`, without a scope.
 * @returns 4 or 16 bytes; `undefined` if the text is no address of that family, which is no errno in C.
 * @throws {SyscallError} EAFNOSUPPORT for any other family.
 * @see inet_pton(3), https://man7.org/linux/man-pages/man3/inet_pton.3.html
 */
export function inet_pton(family: number, text: string): Uint8Array | undefined {
  const address = new Uint8Array(addressSize(family));
  const result = raw.inet_pton(family, text, address);
  if (result < 0) fail('inet_pton', result);
  return result === 0 ? undefined : address;
}

/**
 * `inet_ntop(af, src, dst, size)`: an address in digits. No system call is made.
 * @param family AF_INET or AF_INET6.
 * @param address 4 or 16 bytes in network byte order; what comes after them is not looked at.
 * @returns `127.0.0.1`, or `::1` in its shortest form.
 * @throws {SyscallError} EAFNOSUPPORT for any other family.
 * @see inet_ntop(3), https://man7.org/linux/man-pages/man3/inet_ntop.3.html
 */
export function inet_ntop(family: number, address: Bytes): string {
  const result = raw.inet_ntop(family, address, room);
  return result < 0 ? fail('inet_ntop', result) : room.toString('latin1', 0, result);
}
