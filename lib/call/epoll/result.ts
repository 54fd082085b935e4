import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { withCloexec } from '../close-on-exec';
import { failure, success } from '../gate';
import { type EpollEvent, epollEvents, eventsRoom } from './events';
import * as raw from './raw';

export type { EpollEvent } from './events';

/** `epoll_create1(flags)`: makes an epoll instance, close-on-exec; gives its descriptor. Linux. */
export function epoll_create1(flags = 0): Result<Fd, 'epoll_create1'> {
  const result = raw.epoll_create1(withCloexec('flags', flags));
  return result < 0 ? failure('epoll_create1', result) : success(result as Fd);
}

/** `epoll_ctl(epfd, op, fd, event)`: adds a descriptor to an epoll instance, changes it there, or removes it. Linux. */
export function epoll_ctl(epfd: Fd, op: number, fd: Fd, events = 0, data: number = fd): Result<void, 'epoll_ctl'> {
  const result = raw.epoll_ctl(epfd, op, fd, events, data);
  return result < 0 ? failure('epoll_ctl', result, fd) : success(undefined);
}

/** `epoll_wait(epfd, events, maxevents, timeout)`: waits for events of the descriptors of an epoll instance. Linux. */
export function epoll_wait(epfd: Fd, events: number, timeout: number): Result<EpollEvent[], 'epoll_wait'>;
export function epoll_wait(epfd: Fd, events: Int32Array, timeout: number): Result<number, 'epoll_wait'>;
export function epoll_wait(
  epfd: Fd,
  events: number | Int32Array,
  timeout: number,
): Result<EpollEvent[] | number, 'epoll_wait'> {
  const pairs = events instanceof Int32Array ? events : eventsRoom(events);
  const result = raw.epoll_wait(epfd, pairs, timeout);
  if (result < 0) return failure('epoll_wait', result, epfd);
  return success(pairs === events ? result : epollEvents(pairs, result));
}
