import type { Fd } from '../../core/fd';
import { withCloexec } from '../close-on-exec';
import { fail } from '../gate';
import * as raw from './raw';

/**
 * `inotify_init1(flags)`: makes an inotify instance, whose events are read from it; close-on-exec. Linux.
 *
 * It is here because a socket's own file events tell read and write, which cause them, from recv and send.
 * @param flags IN_NONBLOCK or 0.
 * @returns its descriptor.
 * @throws {SyscallError} EMFILE, EINVAL, ENOMEM.
 * @see inotify_init1(2), https://man7.org/linux/man-pages/man2/inotify_init1.2.html
 */
export function inotify_init1(flags = 0): Fd {
  const result = raw.inotify_init1(withCloexec('flags', flags));
  return result < 0 ? fail('inotify_init1', result) : (result as Fd);
}

/**
 * `inotify_add_watch(fd, pathname, mask)`: watches a file. Linux.
 * @param fd an inotify instance.
 * @param pathname the file; `/proc/self/fd/N` is the socket behind descriptor N.
 * @param mask IN_* constants, or-ed.
 * @returns the watch's number, which its events carry.
 * @throws {SyscallError} ENOENT, EACCES, EINVAL, ENOSPC and others.
 * @see inotify_add_watch(2), https://man7.org/linux/man-pages/man2/inotify_add_watch.2.html
 */
export function inotify_add_watch(fd: Fd, pathname: string, mask: number): number {
  const result = raw.inotify_add_watch(fd, pathname, mask);
  return result < 0 ? fail('inotify_add_watch', result, fd) : result;
}
