import type { Bytes } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';
import { optionBytes, optionInt, optionRoom } from './value';

/** `getsockopt(fd, level, name, value, length)`: reads an integer option of a socket. */
export function getsockopt(fd: Fd, level: number, name: number): Result<number, 'getsockopt'> {
  const result = raw.getsockopt(fd, level, name, optionRoom());
  return result < 0 ? failure('getsockopt', result, fd) : success(optionInt(result, name));
}

/** `setsockopt(fd, level, name, value, length)`: sets an option of a socket, from an int or from bytes. */
export function setsockopt(fd: Fd, level: number, name: number, value: number | Bytes): Result<void, 'setsockopt'> {
  const result = raw.setsockopt(fd, level, name, optionBytes(value));
  return result < 0 ? failure('setsockopt', result, fd) : success(undefined);
}

/** `fcntl(fd, command, argument)`: reads or sets the flags of a descriptor. */
export function fcntl(fd: Fd, command: number, argument = 0): Result<number, 'fcntl'> {
  const result = raw.fcntl(fd, command, argument);
  return result < 0 ? failure('fcntl', result, fd) : success(result);
}
