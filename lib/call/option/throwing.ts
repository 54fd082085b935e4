import type { Bytes } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import type { LevelOf, OptionSetting, OptionValue, Readable, Writable } from '../../core/option/brand';
import { fail } from '../gate';
import * as raw from './raw';
import { put, roomFor, valueIn } from './value';

/**
 * `getsockopt(fd, level, name, value, length)`: reads an option of a socket.
 *
 * The option's constant knows the type of its value: a boolean for SO_KEEPALIVE, an object for SO_LINGER and TCP_INFO.
 * An option that has no name here is thought to be an int.
 * @param fd a socket.
 * @param level SOL_SOCKET, IPPROTO_TCP, IPPROTO_IP, IPPROTO_IPV6 or another.
 * @param name an option of that level.
 * @param length if given, the value comes as bytes, of which at most these many; or bytes that the kernel finds in
 * the buffer, for options that read it: they are copied, and their size is the length.
 * @returns the value. Linux gives twice the SO_RCVBUF and SO_SNDBUF that was set.
 * @throws {SyscallError} ENOPROTOOPT, EBADF, ENOTSOCK and others.
 * @throws {TypeError} if an option without a name here is no int, and no length is given.
 * @see getsockopt(2), https://man7.org/linux/man-pages/man2/getsockopt.2.html
 */
export function getsockopt<N extends number>(fd: Fd, level: LevelOf<N>, name: N & Readable<N>): OptionValue<N>;
export function getsockopt(fd: Fd, level: number, name: number, length: number | Bytes): Uint8Array;
export function getsockopt(fd: Fd, level: number, name: number, length?: number | Bytes): unknown {
  const room = roomFor(level, name, length);
  const result = raw.getsockopt(fd, level, name, room);
  return result < 0 ? fail('getsockopt', result, fd) : valueIn(room, result, level, name, length);
}

/**
 * `setsockopt(fd, level, name, value, length)`: sets an option of a socket.
 * @param fd a socket.
 * @param level SOL_SOCKET, IPPROTO_TCP, IPPROTO_IP, IPPROTO_IPV6 or another.
 * @param name an option of that level.
 * @param value of the type that the option's constant knows; 1 and 0 do for true and false. Or the bytes of any value.
 * @throws {SyscallError} ENOPROTOOPT, EINVAL, EPERM and others.
 * @throws {TypeError} if the value has not the option's type; without a name here it is an int or bytes.
 * @see setsockopt(2), https://man7.org/linux/man-pages/man2/setsockopt.2.html
 */
export function setsockopt<N extends number>(
  fd: Fd,
  level: LevelOf<N>,
  name: N & Writable<N>,
  value: OptionSetting<N> | Bytes,
): void {
  const result = put(fd, level, name, value);
  if (result < 0) fail('setsockopt', result, fd);
}

/**
 * `fcntl(fd, command, argument)`: reads or sets the flags of a descriptor.
 *
 * O_NONBLOCK, set by F_SETFL, belongs to the open file description: everyone who has the same one sees it.
 * @param fd any descriptor.
 * @param command F_GETFL, F_SETFL, F_GETFD, F_SETFD, or another whose argument is an integer.
 * @param argument the flags to set.
 * @returns the flags for F_GETFL and F_GETFD, 0 after setting.
 * @throws {SyscallError} EBADF, EINVAL, EPERM and others.
 * @see fcntl(2), https://man7.org/linux/man-pages/man2/fcntl.2.html
 */
export function fcntl(fd: Fd, command: number, argument = 0): number {
  const result = raw.fcntl(fd, command, argument);
  return result < 0 ? fail('fcntl', result, fd) : result;
}
