import { Sockaddr } from '../address/sockaddr';
import type { Address } from '../core/address';
import { wrongType } from '../core/misuse';
import { LITTLE } from '../core/little';

/** The storage of a Sockaddr comes after two lengths, of which the first counts. */
const STORAGE = 8;

/** The address in bytes that the kernel wrote. */
export function readAddress(bytes: Uint8Array): Address {
  const sockaddr = new Sockaddr();
  const room = sockaddr.bytes.length - STORAGE;
  const given = bytes.subarray(0, room);
  sockaddr.bytes.set(given, STORAGE);
  new DataView(sockaddr.bytes.buffer, sockaddr.bytes.byteOffset).setUint32(0, given.length, LITTLE);
  return sockaddr.decode() ?? { family: 'unspec' };
}

/** The bytes of an address, as C has it in its structures. */
export function writeAddress(name: string, address: unknown): Uint8Array {
  if (typeof address !== 'object' || address === null) throw wrongType(name, 'an address object', address);
  return new Sockaddr(address as Address).bytes.subarray(STORAGE);
}
