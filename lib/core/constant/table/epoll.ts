import type { Group } from '../row';

export const epoll: Group = {
  group: 'epoll',
  title: 'Events, operations and flags of epoll',
  type: 'number',
  rows: [
    ['EPOLL_CTL_ADD', 'Linux', 'Operation: watch another descriptor.'],
    ['EPOLL_CTL_MOD', 'Linux', 'Operation: change what a descriptor is watched for.'],
    ['EPOLL_CTL_DEL', 'Linux', 'Operation: watch a descriptor no longer.'],
    ['EPOLLIN', 'Linux', 'There is something to read: data, a connection to accept, or the end of the stream.'],
    ['EPOLLPRI', 'Linux', 'There is urgent data, or another exceptional condition.'],
    ['EPOLLOUT', 'Linux', 'There is room to write, or a connect in the background has ended.'],
    ['EPOLLRDNORM', 'Linux', 'The same as EPOLLIN: normal data can be read.'],
    ['EPOLLRDBAND', 'Linux', 'Priority data can be read; seldom used.'],
    ['EPOLLWRNORM', 'Linux', 'The same as EPOLLOUT: normal data can be written.'],
    ['EPOLLWRBAND', 'Linux', 'Priority data can be written.'],
    ['EPOLLMSG', 'Linux', 'Unused.'],
    ['EPOLLRDHUP', 'Linux', 'The peer has closed, or has shut down its writing half.'],
    ['EPOLLERR', 'Linux', 'Comes unasked: an error waits, or nobody reads from the pipe any more.'],
    ['EPOLLHUP', 'Linux', 'Comes unasked: the connection has ended in both directions, or nobody writes to the pipe.'],
    ['EPOLLET', 'Linux', 'Flag: edge-triggered, told once for each thing that happens, not as long as it lasts.'],
    ['EPOLLONESHOT', 'Linux', 'Flag: told once, then silent until EPOLL_CTL_MOD.'],
    ['EPOLLEXCLUSIVE', 'Linux', 'Flag: of several instances that watch the same, wake not all.'],
    ['EPOLLWAKEUP', 'Linux', 'Flag: the system stays awake while the event is handled; needs CAP_BLOCK_SUSPEND.'],
    ['EPOLL_CLOEXEC', 'Linux', 'Flag of epoll_create1(): the new descriptor is close-on-exec.'],
  ],
};
