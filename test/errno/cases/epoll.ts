import {
  EPOLLEXCLUSIVE,
  EPOLLIN,
  EPOLLONESHOT,
  EPOLL_CTL_ADD,
  EPOLL_CTL_DEL,
  EPOLL_CTL_MOD,
  type Fd,
  close,
  epoll_create1,
  epoll_ctl,
} from '../../../lib';
import { NO_FD, file, stream, streamPair } from '../arrange';
import type { Defer, ErrnoCase } from '../case';

function instance(defer: Defer): Fd {
  const fd = epoll_create1();
  defer(() => close(fd));
  return fd;
}

/** An instance, and a socket that it watches. */
function watching(defer: Defer): [epfd: Fd, fd: Fd] {
  const [epfd, fd] = [instance(defer), stream(defer)];
  epoll_ctl(epfd, EPOLL_CTL_ADD, fd, EPOLLIN);
  return [epfd, fd];
}

/** Two instances, the second of which watches the first. */
function nested(defer: Defer): [inner: Fd, outer: Fd] {
  const [inner, outer] = [instance(defer), instance(defer)];
  epoll_ctl(outer, EPOLL_CTL_ADD, inner, EPOLLIN);
  return [inner, outer];
}

export const epollCases: readonly ErrnoCase[] = [
  { call: 'epoll_create1', when: 'there are no such flags', code: 'EINVAL', arrange: () => [1] },
  {
    call: 'epoll_ctl',
    when: 'the instance is a bad descriptor',
    code: 'EBADF',
    arrange: (defer) => [NO_FD, EPOLL_CTL_ADD, stream(defer), EPOLLIN],
  },
  {
    call: 'epoll_ctl',
    when: 'the descriptor to watch is bad',
    code: 'EBADF',
    arrange: (defer) => [instance(defer), EPOLL_CTL_ADD, NO_FD, EPOLLIN],
  },
  {
    call: 'epoll_ctl',
    when: 'it is watched already',
    code: 'EEXIST',
    arrange: (defer) => {
      const [epfd, fd] = watching(defer);
      return [epfd, EPOLL_CTL_ADD, fd, EPOLLIN];
    },
  },
  {
    call: 'epoll_ctl',
    when: 'what is not watched is to be changed',
    code: 'ENOENT',
    arrange: (defer) => [instance(defer), EPOLL_CTL_MOD, stream(defer), EPOLLIN],
  },
  {
    call: 'epoll_ctl',
    when: 'what is not watched is to be removed',
    code: 'ENOENT',
    arrange: (defer) => [instance(defer), EPOLL_CTL_DEL, stream(defer)],
  },
  {
    call: 'epoll_ctl',
    when: 'a file is to be watched',
    code: 'EPERM',
    arrange: (defer) => [instance(defer), EPOLL_CTL_ADD, file(defer), EPOLLIN],
  },
  {
    call: 'epoll_ctl',
    when: 'the instance is a socket',
    code: 'EINVAL',
    arrange: (defer) => {
      const [a, b] = streamPair(defer);
      return [a, EPOLL_CTL_ADD, b, EPOLLIN];
    },
  },
  {
    call: 'epoll_ctl',
    when: 'an instance is to watch itself',
    code: 'EINVAL',
    arrange: (defer) => {
      const epfd = instance(defer);
      return [epfd, EPOLL_CTL_ADD, epfd, EPOLLIN];
    },
  },
  {
    call: 'epoll_ctl',
    when: 'there is no such operation',
    code: 'EINVAL',
    arrange: (defer) => [instance(defer), 9, stream(defer), EPOLLIN],
  },
  {
    call: 'epoll_ctl',
    when: 'a flag does not go with EPOLLEXCLUSIVE',
    code: 'EINVAL',
    arrange: (defer) => [instance(defer), EPOLL_CTL_ADD, stream(defer), EPOLLIN | EPOLLEXCLUSIVE | EPOLLONESHOT],
  },
  {
    call: 'epoll_ctl',
    when: 'EPOLLEXCLUSIVE comes with a change',
    code: 'EINVAL',
    arrange: (defer) => {
      const [epfd, fd] = watching(defer);
      return [epfd, EPOLL_CTL_MOD, fd, EPOLLIN | EPOLLEXCLUSIVE];
    },
  },
  {
    call: 'epoll_ctl',
    when: 'two instances would watch each other',
    code: 'ELOOP',
    arrange: (defer) => {
      const [inner, outer] = nested(defer);
      return [inner, EPOLL_CTL_ADD, outer, EPOLLIN];
    },
  },
  { call: 'epoll_wait', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, 1, 0] },
  {
    call: 'epoll_wait',
    when: 'the descriptor is a socket',
    code: 'EINVAL',
    arrange: (defer) => [stream(defer), 1, 0],
  },
  {
    call: 'epoll_wait',
    when: 'there is no room for an event',
    code: 'EINVAL',
    arrange: (defer) => [instance(defer), 0, 0],
  },
];
