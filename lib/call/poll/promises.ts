import type { Fd } from '../../core/fd';
import { SyscallError } from '../../core/error/syscall-error';
import { timedOut } from '../../reactor/error';
import { type WaitOptions, checkOptions } from '../../reactor/options';
import { rejected, succeed } from '../../reactor/turn';
import { PollWait } from './poll-wait';
import { type PollFd, type Polled, polled, triplets } from './polled';
import * as raw from './raw';

export type { PollFd, Polled } from './polled';

/**
 * `poll(fds, nfds, 0)`: waits until one of several descriptors is ready: poll is made without waiting, and again whenever one
 * of them changes.
 *
 * Ready means that a call would not block, not that it would succeed. POLLHUP, POLLERR and POLLNVAL (the descriptor is
 * not open) come unasked. What waits in `recv` and the like for one of the descriptors is served before.
 * @param fds `{ fd, events }` for each descriptor, events being POLL* constants, or-ed; a negative descriptor is
 * skipped. Or an Int32Array with three elements for each, descriptor, events and revents, which is filled at the end.
 * @param options `{ signal, timeout }`: what ends the wait, with an error; it stands where the other doors have the timeout.
 * @returns `{ fd, revents }` for each descriptor that has events, in the order given; for an Int32Array, how many have
 * events.
 * @throws {SyscallError} EINVAL for more descriptors than RLIMIT_NOFILE allows, ENOMEM; ECANCELED if one was closed.
 * @see poll(2), https://man7.org/linux/man-pages/man2/poll.2.html
 */
export function poll<S extends Fd>(fds: readonly PollFd<S>[], options?: WaitOptions): Promise<Polled<S>[]>;
export function poll(fds: Int32Array, options?: WaitOptions): Promise<number>;
export function poll<S extends Fd>(
  fds: readonly PollFd<S>[] | Int32Array,
  options?: WaitOptions,
): Promise<Polled<S>[] | number> {
  try {
    const limits = checkOptions(options);
    if (limits.signal?.aborted === true) return rejected(limits.signal.reason);
    const array = fds instanceof Int32Array ? fds : triplets(fds);
    const give = (count: number): Polled<S>[] | number => (array === fds ? count : polled<S>(array));
    const result = raw.poll(array, 0);
    if (result < 0) return rejected(new SyscallError('poll', result));
    if (result > 0) return succeed(give(result));
    if (limits.timeout === 0) return rejected(timedOut('poll', undefined, 0));
    // The caller's array may be changed while this waits.
    const own = array === fds ? array.slice() : array;
    return new Promise((resolve, reject) => {
      const filled = (count: number): void => {
        if (own !== array) for (let at = 2; at < own.length; at += 3) array[at] = own[at]!;
        resolve(give(count));
      };
      new PollWait(own, filled, reject).begin(limits);
    });
  } catch (error) {
    return rejected(error);
  }
}
