import type { Fd } from '../../core/fd';
import { fail } from '../gate';
import { type PollFd, type Polled, polled, triplets } from './polled';
import * as raw from './raw';
import { type Selected, left, setOf } from './selected';
import { type SelectTimeout, checkTimeout } from './timeout';

export type { PollFd, Polled } from './polled';
export type { Selected } from './selected';
export type { SelectTimeout } from './timeout';

/**
 * `poll(fds, nfds, timeout)`: waits until one of several descriptors is ready: the switchboard, which watches many lines
 * at once.
 *
 * Ready means that a call would not block, not that it would succeed. POLLHUP, POLLERR and POLLNVAL (the descriptor is
 * not open) come unasked.
 * @param fds `{ fd, events }` for each descriptor, events being POLL* constants, or-ed; a negative descriptor is
 * skipped. Or an Int32Array with three elements for each, descriptor, events and revents, which is filled.
 * @param timeout in milliseconds; 0 looks and does not wait, -1 waits for ever.
 * @returns `{ fd, revents }` for each descriptor that has events, in the order given, and nothing if the time ran out;
 * for an Int32Array, how many have events.
 * @throws {SyscallError} EINTR, EINVAL for more descriptors than RLIMIT_NOFILE allows, ENOMEM.
 * @see poll(2), https://man7.org/linux/man-pages/man2/poll.2.html
 */
export function poll<S extends Fd>(fds: readonly PollFd<S>[], timeout: number): Polled<S>[];
export function poll(fds: Int32Array, timeout: number): number;
export function poll<S extends Fd>(fds: readonly PollFd<S>[] | Int32Array, timeout: number): Polled<S>[] | number {
  const array = fds instanceof Int32Array ? fds : triplets(fds);
  const result = raw.poll(array, timeout);
  if (result < 0) fail('poll', result);
  return array === fds ? result : polled(array);
}

/**
 * `select(nfds, readfds, writefds, exceptfds, timeout)`: waits until one of several descriptors is ready; older than
 * poll, and for descriptors below FD_SETSIZE (1024) only. nfds is found from the sets.
 * @param readfds is there something to read, or a connection to accept, or the end?
 * @param writefds can be written?
 * @param exceptfds is there urgent data?
 * @param timeout how long to wait; without it for ever. It is not written to.
 * @returns those of each set that are ready, in the order given, and the time left as the kernel gives it.
 * @throws {RangeError} for a descriptor of FD_SETSIZE or more, or a negative one, for which C's set has no bit.
 * @throws {SyscallError} EBADF if one is not open, EINTR, EINVAL for a negative timeout, ENOMEM.
 * @see select(2), https://man7.org/linux/man-pages/man2/select.2.html
 */
export function select<R extends Fd, W extends Fd, E extends Fd>(
  readfds?: readonly R[],
  writefds?: readonly W[],
  exceptfds?: readonly E[],
  timeout?: Readonly<SelectTimeout>,
): Selected<R, W, E> {
  const [reading, writing, excepting] = [
    setOf('readfds', readfds),
    setOf('writefds', writefds),
    setOf('exceptfds', exceptfds),
  ];
  const timeLeft = timeout === undefined ? undefined : checkTimeout(timeout);
  const result = raw.select(reading, writing, excepting, timeLeft);
  if (result < 0) fail('select', result);
  return {
    readfds: left(readfds, reading),
    writefds: left(writefds, writing),
    exceptfds: left(exceptfds, excepting),
    timeout: timeLeft,
  };
}
