import type { Bytes } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `getsockopt(fd, level, name, value, length)`: reads an option of a socket, as the bytes that the kernel gives.
 * @param value receives them; its size is the length asked for. An Int32Array of one suits an int.
 * @returns how many bytes of `value` the option has, or -errno.
 */
export function getsockopt(fd: number, level: number, name: number, value: Bytes): number {
  setInts(checkInt('fd', fd), checkInt('level', level), checkInt('name', name));
  native.getsockopt(value);
  return checked(value);
}

/**
 * `setsockopt(fd, level, name, value, length)`: sets an option of a socket, from the bytes that the kernel is to have.
 * @returns 0, or -errno.
 */
export function setsockopt(fd: number, level: number, name: number, value: Bytes): number {
  setInts(checkInt('fd', fd), checkInt('level', level), checkInt('name', name));
  native.setsockopt(value);
  return checked(value);
}

/**
 * `fcntl(fd, command, argument)`: reads or sets the flags of a descriptor; for commands whose argument is an integer.
 * @returns what the command gives, or -errno.
 */
export function fcntl(fd: number, command: number, argument = 0): number {
  setInts(checkInt('fd', fd), checkInt('command', command), checkInt('argument', argument));
  native.fcntl();
  return answer();
}

function checked(value: Bytes): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'value', value);
  return result;
}
