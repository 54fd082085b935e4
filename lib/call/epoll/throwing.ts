import type { Fd } from '../../core/fd';
import { withCloexec } from '../close-on-exec';
import { fail } from '../gate';
import { type EpollEvent, epollEvents, eventsRoom } from './events';
import * as raw from './raw';

export type { EpollEvent } from './events';

/**
 * `epoll_create1(flags)`: makes an epoll instance, which watches as many descriptors as there are; close-on-exec. Linux.
 * @param flags 0; EPOLL_CLOEXEC is added.
 * @returns its descriptor.
 * @throws {SyscallError} EMFILE, EINVAL, ENFILE, ENOMEM.
 * @see epoll_create1(2), https://man7.org/linux/man-pages/man2/epoll_create1.2.html
 */
export function epoll_create1(flags = 0): Fd {
  const result = raw.epoll_create1(withCloexec('flags', flags));
  return result < 0 ? fail('epoll_create1', result) : (result as Fd);
}

/**
 * `epoll_ctl(epfd, op, fd, event)`: adds a descriptor to an epoll instance, changes what is waited for, or removes it.
 * Linux.
 *
 * A descriptor leaves by itself when all descriptors of its open file are closed, so not at once if it was duplicated.
 * @param epfd an epoll instance.
 * @param op EPOLL_CTL_ADD, EPOLL_CTL_MOD or EPOLL_CTL_DEL.
 * @param fd what to watch: a socket, pipe, eventfd, another epoll instance and such, but no plain file.
 * @param events EPOLLIN, EPOLLOUT and others, or-ed, with EPOLLET, EPOLLONESHOT or EPOLLEXCLUSIVE if wanted. EPOLLERR and
 * EPOLLHUP come unasked. EPOLL_CTL_DEL does not look at them.
 * @param data an int that the events of this descriptor will carry; the descriptor itself if absent. The kernel has room
 * for 64 bits here; these are the lower 32, and the others are 0.
 * @throws {SyscallError} EEXIST, ENOENT, EPERM, EBADF, ELOOP, EINVAL and others.
 * @see epoll_ctl(2), https://man7.org/linux/man-pages/man2/epoll_ctl.2.html
 */
export function epoll_ctl(epfd: Fd, op: number, fd: Fd, events = 0, data: number = fd): void {
  const result = raw.epoll_ctl(epfd, op, fd, events, data);
  if (result < 0) fail('epoll_ctl', result, fd);
}

/**
 * `epoll_wait(epfd, events, maxevents, timeout)`: waits for events of the descriptors of an epoll instance. Linux.
 * @param epfd an epoll instance.
 * @param events how many events to take at most, up to 65536. Or an Int32Array that receives two elements for each
 * event, the events and the data: its length is twice maxevents, and a loop that uses it again allocates nothing.
 * @param timeout in milliseconds; 0 looks and does not wait, -1 waits for ever.
 * @returns `{ events, data }` for each descriptor that has events, and nothing if the time ran out; for an Int32Array,
 * how many there are.
 * @throws {SyscallError} EINTR, EBADF, EINVAL.
 * @see epoll_wait(2), https://man7.org/linux/man-pages/man2/epoll_wait.2.html
 */
export function epoll_wait(epfd: Fd, events: number, timeout: number): EpollEvent[];
export function epoll_wait(epfd: Fd, events: Int32Array, timeout: number): number;
export function epoll_wait(epfd: Fd, events: number | Int32Array, timeout: number): EpollEvent[] | number {
  const pairs = events instanceof Int32Array ? events : eventsRoom(events);
  const result = raw.epoll_wait(epfd, pairs, timeout);
  if (result < 0) fail('epoll_wait', result, epfd);
  return pairs === events ? result : epollEvents(pairs, result);
}
