import type { Address, AddressOf, UnspecAddress } from '../core/address';
import type { FamilyOf } from '../core/fd';
import { wrongType } from '../core/misuse';
import { encodeInto } from './encode';
import { Sockaddr } from './sockaddr';

/** What a call takes for the address of a socket: one of the socket's own family, or an encoded one. */
export type AddressFor<S> = AddressOf<FamilyOf<S>> | UnspecAddress | Sockaddr;

const scratch = new Sockaddr();

/** The bytes of an address argument, which hold until the next address is encoded. */
export function addressBytes(address: Address | Sockaddr): Uint8Array {
  if (address instanceof Sockaddr) return address.bytes;
  encodeInto(scratch.bytes, address);
  return scratch.bytes;
}

/** The address that a call has just failed for: what the kernel was given, read back. */
export function failedAddress(address: Address | Sockaddr): Address | undefined {
  return (address instanceof Sockaddr ? address : scratch).decode();
}

/** The bytes of a Sockaddr to write to. */
export function outBytes(name: string, out: Sockaddr): Uint8Array {
  if (!(out instanceof Sockaddr)) throw wrongType(name, 'an instance of Sockaddr', out);
  return out.bytes;
}

/** The address that a call has just written; the unspecified one if the kernel wrote none. */
export function decodeOut(out: Sockaddr): Address {
  return out.decode() ?? { family: 'unspec' };
}
