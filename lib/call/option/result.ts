import type { Bytes } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import type { LevelOf, OptionSetting, OptionValue, Readable, Writable } from '../../core/option/brand';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';
import { put, roomFor, valueIn } from './value';

/** `getsockopt(fd, level, name, value, length)`: reads an option of a socket. */
export function getsockopt<N extends number>(
  fd: Fd,
  level: LevelOf<N>,
  name: N & Readable<N>,
): Result<OptionValue<N>, 'getsockopt'>;
export function getsockopt(
  fd: Fd,
  level: number,
  name: number,
  length: number | Bytes,
): Result<Uint8Array, 'getsockopt'>;
export function getsockopt(
  fd: Fd,
  level: number,
  name: number,
  length?: number | Bytes,
): Result<unknown, 'getsockopt'> {
  const room = roomFor(level, name, length);
  const result = raw.getsockopt(fd, level, name, room);
  return result < 0 ? failure('getsockopt', result, fd) : success(valueIn(room, result, level, name, length));
}

/** `setsockopt(fd, level, name, value, length)`: sets an option of a socket. */
export function setsockopt<N extends number>(
  fd: Fd,
  level: LevelOf<N>,
  name: N & Writable<N>,
  value: OptionSetting<N> | Bytes,
): Result<void, 'setsockopt'> {
  const result = put(fd, level, name, value);
  return result < 0 ? failure('setsockopt', result, fd) : success(undefined);
}

/** `fcntl(fd, command, argument)`: reads or sets the flags of a descriptor. */
export function fcntl(fd: Fd, command: number, argument = 0): Result<number, 'fcntl'> {
  const result = raw.fcntl(fd, command, argument);
  return result < 0 ? failure('fcntl', result, fd) : success(result);
}
