import { IN_MODIFY, close, inotify_init1 } from '../../../lib';
import { NO_FD, file } from '../arrange';
import type { Defer, ErrnoCase } from '../case';

function instance(defer: Defer): number {
  const fd = inotify_init1();
  defer(() => close(fd));
  return fd;
}

export const watchCases: readonly ErrnoCase[] = [
  { call: 'inotify_init1', when: 'there are no such flags', code: 'EINVAL', arrange: () => [1] },
  { call: 'inotify_add_watch', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, '/', IN_MODIFY] },
  {
    call: 'inotify_add_watch',
    when: 'the descriptor is no inotify',
    code: 'EINVAL',
    arrange: (defer) => [file(defer), '/', IN_MODIFY],
  },
  {
    call: 'inotify_add_watch',
    when: 'the file does not exist',
    code: 'ENOENT',
    arrange: (defer) => [instance(defer), '/no/such/file', IN_MODIFY],
  },
  {
    call: 'inotify_add_watch',
    when: 'nothing is to be watched',
    code: 'EINVAL',
    arrange: (defer) => [instance(defer), '/', 0],
  },
];
