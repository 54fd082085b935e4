import { outOfRange, wrongType, wrongValue } from '../core/misuse';

const utf8 = new TextEncoder();
const decoder = new TextDecoder();

/** Text up to its NUL, or up to the end of the bytes. */
export function readText(view: DataView): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/** Text without a NUL. The kernel would cut what is longer than `most` bytes and take the rest for nothing. */
export function writeText(name: string, value: unknown, most: number): Uint8Array {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  if (value.includes('\0')) throw wrongValue(name, 'must not contain a NUL', value);
  const bytes = utf8.encode(value);
  if (bytes.length > most) throw outOfRange(name, `at most ${most} bytes long`, bytes.length);
  return bytes;
}

export function readIpv4(view: DataView, at: number): string {
  return [0, 1, 2, 3].map((index) => view.getUint8(at + index)).join('.');
}

/** Four numbers with dots, as inet_pton() takes them; the short forms that inet_aton() knows are refused. */
export function writeIpv4(view: DataView, at: number, name: string, value: unknown): void {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  const parts = value.split('.');
  const valid = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  if (!valid) throw wrongValue(name, 'must be an IPv4 address like 127.0.0.1 (names are not looked up)', value);
  parts.forEach((part, index) => view.setUint8(at + index, Number(part)));
}

/** As RFC 5952 and inet_ntop() write it: the longest run of zeros is left out, an IPv4 address at the end has dots. */
export function readIpv6(view: DataView, at: number): string {
  const groups = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => view.getUint16(at + 2 * index));
  const [from, length] = longestZeros(groups);
  const dotted = from === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff));
  const shown = groups.map((group) => group.toString(16));
  if (dotted) shown.splice(6, 2, readIpv4(view, at + 12));
  if (length < 2) return shown.join(':');
  return `${shown.slice(0, from).join(':')}::${shown.slice(from + length).join(':')}`;
}

function longestZeros(groups: readonly number[]): [from: number, length: number] {
  let best: [number, number] = [0, 0];
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > best[1]) best = [from, length];
  }
  return best;
}

export function writeIpv6(view: DataView, at: number, name: string, value: unknown): void {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  // Loaded when needed: it takes longer than all of this package.
  const { isIPv6 } = require('node:net') as typeof import('node:net');
  if (!isIPv6(value) || value.includes('%')) {
    const reason = 'must be an IPv6 address like ::1 (names are not looked up, an interface is given by its index)';
    throw wrongValue(name, reason, value);
  }
  const hex = value.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...four) => {
    const [a, b, c, d] = four.slice(0, 4).map(Number) as [number, number, number, number];
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = new Array<string>(8 - first.length - last.length).fill('0');
  [...first, ...zeros, ...last].forEach((group, index) => view.setUint16(at + 2 * index, parseInt(group, 16)));
}
