import type { Bytes } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import { fail } from '../gate';
import * as raw from './raw';
import { optionBytes, optionInt, optionRoom } from './value';

/**
 * `getsockopt(fd, level, name, value, length)`: reads an integer option of a socket.
 * @param fd a socket.
 * @param level SOL_SOCKET, IPPROTO_TCP, IPPROTO_IP, IPPROTO_IPV6 or another.
 * @param name an option of that level, whose value is an int: SO_RCVBUF, TCP_NODELAY and most others.
 * @returns the value. Linux gives twice the SO_RCVBUF and SO_SNDBUF that was set.
 * @throws {SyscallError} ENOPROTOOPT, EBADF, ENOTSOCK and others.
 * @throws {TypeError} if the option's value is not an integer; `sockcall/raw` gives its bytes.
 * @see getsockopt(2), https://man7.org/linux/man-pages/man2/getsockopt.2.html
 */
export function getsockopt(fd: Fd, level: number, name: number): number {
  const result = raw.getsockopt(fd, level, name, optionRoom());
  return result < 0 ? fail('getsockopt', result, fd) : optionInt(result, name);
}

/**
 * `setsockopt(fd, level, name, value, length)`: sets an option of a socket.
 * @param fd a socket.
 * @param level SOL_SOCKET, IPPROTO_TCP, IPPROTO_IP, IPPROTO_IPV6 or another.
 * @param name an option of that level.
 * @param value the int to set, 1 for on and 0 for off; or the bytes of any other value.
 * @throws {SyscallError} ENOPROTOOPT, EINVAL, EPERM and others.
 * @see setsockopt(2), https://man7.org/linux/man-pages/man2/setsockopt.2.html
 */
export function setsockopt(fd: Fd, level: number, name: number, value: number | Bytes): void {
  const result = raw.setsockopt(fd, level, name, optionBytes(value));
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
