import { FD_CLOEXEC, F_SETFD, SOCK_CLOEXEC } from '../core/constant';
import { checkInt } from '../core/check';
import { fcntl } from './option/raw';

const CLOEXEC: number = SOCK_CLOEXEC ?? 0;

/** Whether the calls that make a descriptor can make it close-on-exec, by a flag. */
export const HAS_CLOEXEC = CLOEXEC !== 0;

/** Flags for a call that makes a descriptor, with the one for close-on-exec where the platform has it. */
export function withCloexec(name: string, flags: number): number {
  return checkInt(name, flags) | CLOEXEC;
}

/**
 * Makes a new descriptor close-on-exec where its call could not: a second call, and a moment between the two in
 * which a child process may be started with it. Linux never needs it.
 */
export function closeOnExec(fd: number): number {
  if (!HAS_CLOEXEC && fd >= 0) fcntl(fd, F_SETFD, FD_CLOEXEC);
  return fd;
}
