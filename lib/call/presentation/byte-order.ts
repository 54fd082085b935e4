import { checkUint } from '../../core/check';
import { LITTLE } from '../../core/little';

// Arithmetic, no calls: the same in every door.

const UINT16 = 0xffff;
const UINT32 = 0xffffffff;

/**
 * `htons(hostshort)`: a 16-bit number in network byte order, the highest byte first in memory. Ports in addresses of
 * this package are in host byte order already.
 * @see htons(3), https://man7.org/linux/man-pages/man3/byteorder.3.html
 */
export function htons(value: number): number {
  return inOtherOrder16(checkUint('value', value, UINT16));
}

/**
 * `htonl(hostlong)`: a 32-bit number in network byte order; both are unsigned.
 * @see htonl(3), https://man7.org/linux/man-pages/man3/byteorder.3.html
 */
export function htonl(value: number): number {
  return inOtherOrder32(checkUint('value', value, UINT32));
}

/**
 * `ntohs(netshort)`: a 16-bit number that came in network byte order, in that of this machine.
 * @see ntohs(3), https://man7.org/linux/man-pages/man3/byteorder.3.html
 */
export function ntohs(value: number): number {
  return inOtherOrder16(checkUint('value', value, UINT16));
}

/**
 * `ntohl(netlong)`: a 32-bit number that came in network byte order, in that of this machine; both are unsigned.
 * @see ntohl(3), https://man7.org/linux/man-pages/man3/byteorder.3.html
 */
export function ntohl(value: number): number {
  return inOtherOrder32(checkUint('value', value, UINT32));
}

function inOtherOrder16(value: number): number {
  return LITTLE ? (value >> 8) | ((value & 0xff) << 8) : value;
}

function inOtherOrder32(value: number): number {
  if (!LITTLE) return value;
  return ((value >>> 24) | ((value >>> 8) & 0xff00) | ((value & 0xff00) << 8) | (value << 24)) >>> 0;
}
