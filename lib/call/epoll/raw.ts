import { types } from 'node:util';
import { checkBits, checkInt } from '../../core/check';
import { answer, setInts, setWides } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, unavailable, wrongType } from '../../core/misuse';
import { native } from '../../core/native';

const { epoll_wait: nativeEpollWait } = native;

/**
 * `epoll_create1(flags)`: makes an epoll instance. The descriptor stays open on exec unless EPOLL_CLOEXEC is given. Linux.
 * @returns its descriptor, or -errno.
 */
export function epoll_create1(flags = 0): number {
  if (native.epoll_create1 === undefined) throw unavailable('epoll_create1');
  setInts(checkInt('flags', flags));
  native.epoll_create1();
  return answer();
}

/**
 * `epoll_ctl(epfd, op, fd, event)`: adds a descriptor to an epoll instance, changes what is waited for, or removes it.
 * Linux.
 * @param events EPOLL* events and flags, or-ed; EPOLL_CTL_DEL does not look at them.
 * @param data an int that the events of this descriptor will carry; the descriptor itself if absent.
 * @returns 0, or -errno.
 */
export function epoll_ctl(epfd: number, op: number, fd: number, events = 0, data = fd): number {
  if (native.epoll_ctl === undefined) throw unavailable('epoll_ctl');
  setInts(checkInt('epfd', epfd), checkInt('op', op), checkInt('fd', fd), checkBits('events', events));
  setWides(checkInt('data', data));
  native.epoll_ctl();
  return answer();
}

/**
 * `epoll_wait(epfd, events, maxevents, timeout)`: waits for events of the descriptors of an epoll instance. Linux.
 * @param events receives two ints for each event, the EPOLL* events and the data; so its length is twice maxevents. The
 * array may be used again and again.
 * @param timeout in milliseconds; 0 looks and does not wait, -1 waits for ever.
 * @returns how many events there are, or -errno.
 */
export function epoll_wait(epfd: number, events: Int32Array, timeout: number): number {
  if (nativeEpollWait === undefined) throw unavailable('epoll_wait');
  if (!types.isInt32Array(events)) throw wrongType('events', 'an instance of Int32Array', events);
  setInts(checkInt('epfd', epfd), checkInt('timeout', timeout));
  nativeEpollWait(events);
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'events', events);
  return result;
}
