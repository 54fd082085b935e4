import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import { type PollFd, type Polled, polled, triplets } from './polled';
import * as raw from './raw';
import { type Selected, left, setOf } from './selected';
import { type SelectTimeout, checkTimeout } from './timeout';

export type { PollFd, Polled } from './polled';
export type { Selected } from './selected';
export type { SelectTimeout } from './timeout';

/** `poll(fds, nfds, timeout)`: waits until one of several descriptors is ready; gives those that are. */
export function poll<S extends Fd>(fds: readonly PollFd<S>[], timeout: number): Result<Polled<S>[], 'poll'>;
export function poll(fds: Int32Array, timeout: number): Result<number, 'poll'>;
export function poll<S extends Fd>(
  fds: readonly PollFd<S>[] | Int32Array,
  timeout: number,
): Result<Polled<S>[] | number, 'poll'> {
  const array = fds instanceof Int32Array ? fds : triplets(fds);
  const result = raw.poll(array, timeout);
  if (result < 0) return failure('poll', result);
  return success(array === fds ? result : polled<S>(array));
}

/** `select(nfds, readfds, writefds, exceptfds, timeout)`: waits until one of three sets of descriptors is ready. */
export function select<R extends Fd, W extends Fd, E extends Fd>(
  readfds?: readonly R[],
  writefds?: readonly W[],
  exceptfds?: readonly E[],
  timeout?: Readonly<SelectTimeout>,
): Result<Selected<R, W, E>, 'select'> {
  const [reading, writing, excepting] = [
    setOf('readfds', readfds),
    setOf('writefds', writefds),
    setOf('exceptfds', exceptfds),
  ];
  const timeLeft = timeout === undefined ? undefined : checkTimeout(timeout);
  const result = raw.select(reading, writing, excepting, timeLeft);
  if (result < 0) return failure('select', result);
  return success({
    readfds: left(readfds, reading),
    writefds: left(writefds, writing),
    exceptfds: left(exceptfds, excepting),
    timeout: timeLeft,
  });
}
