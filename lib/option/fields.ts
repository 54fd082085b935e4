import { types } from 'node:util';
import type { Field, Make } from '../core/layout/field';
import { outOfRange, wrongType } from '../core/misuse';
import { readIpv4, readIpv6, writeIpv4, writeIpv6 } from './text';

/** An IPv4 address, as text. */
export const inAddr: Make<string> = (member, offset) => ({
  member,
  offset,
  size: 4,
  read: (view, at) => readIpv4(view, at + offset),
  write: (view, at, name, value) => writeIpv4(view, at + offset, name, value),
});

/** An IPv6 address, as text. */
export const in6Addr: Make<string> = (member, offset) => ({
  member,
  offset,
  size: 16,
  read: (view, at) => readIpv6(view, at + offset),
  write: (view, at, name, value) => writeIpv6(view, at + offset, name, value),
});

/** Room for bytes; what is shorter is followed by zeros. */
export function bytes(member: string, offset: number, size: number): Field<Uint8Array> {
  return {
    member,
    offset,
    size,
    read: (view, at) => new Uint8Array(view.buffer, view.byteOffset + at + offset, size).slice(),
    write(view, at, name, value) {
      if (!types.isUint8Array(value)) throw wrongType(name, 'an instance of Uint8Array', value);
      if (value.length > size) throw outOfRange(name, `at most ${size} bytes long`, value.length);
      new Uint8Array(view.buffer, view.byteOffset + at + offset, size).set(value);
    },
  };
}
