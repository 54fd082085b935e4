import { utf8 } from '../../core/bytes';
import { checkBits, checkInt } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { unavailable, wrongType, wrongValue } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `inotify_init1(flags)`: makes an inotify instance, whose events are read from it. Linux.
 * @returns its descriptor, or -errno.
 */
export function inotify_init1(flags = 0): number {
  if (native.inotify_init1 === undefined) throw unavailable('inotify_init1');
  setInts(checkInt('flags', flags));
  native.inotify_init1();
  return answer();
}

/**
 * `inotify_add_watch(fd, pathname, mask)`: watches a file; `/proc/self/fd/N` is the socket behind descriptor N. Linux.
 * @returns the watch's number, or -errno.
 */
export function inotify_add_watch(fd: number, pathname: string, mask: number): number {
  if (native.inotify_add_watch === undefined) throw unavailable('inotify_add_watch');
  if (typeof pathname !== 'string') throw wrongType('pathname', 'of type string', pathname);
  if (pathname.includes('\0')) throw wrongValue('pathname', 'must not contain a NUL, which would end it', pathname);
  const path = utf8.encode(`${pathname}\0`);
  setInts(checkInt('fd', fd), checkBits('mask', mask));
  native.inotify_add_watch(path);
  return answer();
}
