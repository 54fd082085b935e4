import type { Group } from '../row';

export const epoll: Group = {
  group: 'epoll',
  title: 'Events, operations and flags of epoll',
  type: 'number',
  rows: [['EPOLL_CLOEXEC', 'Linux', 'The new descriptor is close-on-exec.']],
};
