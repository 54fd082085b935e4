import { inet, inet6 } from '../address/construct';
import { decode } from '../address/decode';
import { encodeInto } from '../address/encode';
import type { Address } from '../core/address';
import type { Field } from '../core/layout/field';
import { wrongType, wrongValue } from '../core/misuse';
import { native } from '../core/native';

/** A Sockaddr's bytes, in which addresses become text and back. Its length and the reported one come first. */
const scratch = new Uint8Array(native.sockaddrSize);
const STORAGE = 8;
const lengths = new Uint32Array(scratch.buffer, 0, 2);
/** Where sockaddr_in and sockaddr_in6 have their address, on every platform. */
const SIN_ADDR = STORAGE + 4;
const SIN6_ADDR = STORAGE + 8;

/** An address as `struct sockaddr` has it; `undefined` for none, and for the unspecified one. */
export function readSockaddr(data: Uint8Array): Address | undefined {
  const bytes = data.subarray(0, scratch.length - STORAGE);
  scratch.set(bytes, STORAGE);
  lengths.fill(bytes.length);
  const address = decode(scratch);
  return address?.family === 'unspec' ? undefined : address;
}

/** The bytes of an address as `struct sockaddr` has it, which hold until the next. */
export function sockaddrBytes(address: Address): Uint8Array {
  encodeInto(scratch, address);
  return scratch.subarray(STORAGE, STORAGE + lengths[0]!);
}

function textOf(any: Address, at: number, bytes: Uint8Array): string {
  encodeInto(scratch, any);
  scratch.set(bytes, at);
  return (decode(scratch) as { address: string }).address;
}

function bytesAt(view: DataView, at: number, size: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, size);
}

function checkText(name: string, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  // C would stop reading there and take the rest for nothing.
  if (value.includes('\0')) throw wrongValue(name, 'must not contain a NUL', value);
  return value;
}

/** `struct in_addr`, as text: `'127.0.0.1'`. */
export const inAddr = (member: string, offset: number): Field<string> => ({
  member,
  offset,
  size: 4,
  read: (view, at) => textOf(inet('0.0.0.0', 0), SIN_ADDR, bytesAt(view, at + offset, 4)),
  write(view, at, name, value) {
    if (!native.encodeInet(scratch, checkText(name, value), 0)) {
      throw wrongValue(name, 'must be an IPv4 address like 127.0.0.1 (names are not looked up)', value);
    }
    bytesAt(view, at + offset, 4).set(scratch.subarray(SIN_ADDR, SIN_ADDR + 4));
  },
});

/** `struct in6_addr`, as text: `'::1'`. */
export const in6Addr = (member: string, offset: number): Field<string> => ({
  member,
  offset,
  size: 16,
  read: (view, at) => textOf(inet6('::', 0), SIN6_ADDR, bytesAt(view, at + offset, 16)),
  write(view, at, name, value) {
    if (!native.encodeInet6(scratch, checkText(name, value), 0, 0, 0)) {
      throw wrongValue(name, 'must be an IPv6 address like ::1 (names are not looked up)', value);
    }
    bytesAt(view, at + offset, 16).set(scratch.subarray(SIN6_ADDR, SIN6_ADDR + 16));
  },
});
