import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { withCloexec } from '../close-on-exec';
import { failure, success } from '../gate';
import * as raw from './raw';

/** `inotify_init1(flags)`: makes an inotify instance, whose events are read from it; close-on-exec. Linux. */
export function inotify_init1(flags = 0): Result<Fd, 'inotify_init1'> {
  const result = raw.inotify_init1(withCloexec('flags', flags));
  return result < 0 ? failure('inotify_init1', result) : success(result as Fd);
}

/** `inotify_add_watch(fd, pathname, mask)`: watches a file. Linux. */
export function inotify_add_watch(fd: Fd, pathname: string, mask: number): Result<number, 'inotify_add_watch'> {
  const result = raw.inotify_add_watch(fd, pathname, mask);
  return result < 0 ? failure('inotify_add_watch', result, fd) : success(result);
}
