import type { Bytes, Data } from '../../core/bytes';
import { utf8 } from '../../core/bytes';
import { isInt, isSize, notInt, notSize } from '../../core/check';
import { TO_END, answer, setInts, setSlice } from '../../core/frame';
import { MISUSE, misuse } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `send(fd, buffer + offset, length, flags)`: sends bytes over a connected socket.
 * @returns how many bytes the kernel took, or -errno.
 */
export function send(fd: number, buffer: Data, flags = 0, offset = 0, length?: number): number {
  const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
  prepare(fd, flags, offset, length);
  native.send(bytes);
  return transferred(bytes, offset, length);
}

/**
 * `recv(fd, buffer + offset, length, flags)`: receives bytes from a socket.
 * @returns how many bytes came, 0 at the end of a stream, or -errno.
 */
export function recv(fd: number, buffer: Bytes, flags = 0, offset = 0, length?: number): number {
  prepare(fd, flags, offset, length);
  native.recv(buffer);
  return transferred(buffer, offset, length);
}

/**
 * `read(fd, buffer + offset, length)`: reads bytes from any descriptor.
 * @returns how many bytes came, 0 at the end, or -errno.
 */
export function read(fd: number, buffer: Bytes, offset = 0, length?: number): number {
  prepare(fd, 0, offset, length);
  native.read(buffer);
  return transferred(buffer, offset, length);
}

/**
 * `write(fd, buffer + offset, length)`: writes bytes to any descriptor.
 * @returns how many bytes the kernel took, or -errno.
 */
export function write(fd: number, buffer: Data, offset = 0, length?: number): number {
  const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
  prepare(fd, 0, offset, length);
  native.write(bytes);
  return transferred(bytes, offset, length);
}

function prepare(fd: number, flags: number, offset: number, length: number | undefined): void {
  if (!isInt(fd)) throw notInt('fd', fd);
  if (!isInt(flags)) throw notInt('flags', flags);
  if (!isSize(offset)) throw notSize('offset', offset);
  if (length !== undefined && !isSize(length)) throw notSize('length', length);
  setInts(fd, flags);
  setSlice(offset, length ?? TO_END);
}

function transferred(bytes: Bytes, offset: number, length: number | undefined): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'buffer', bytes, offset, length);
  return result;
}
