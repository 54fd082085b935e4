import { types } from 'node:util';
import { checkInt } from '../../core/check';
import { answer, setInts, setWides, wideAt } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, outOfRange, wrongType, wrongValue } from '../../core/misuse';
import { native } from '../../core/native';
import { type FdSet, bitsOf } from './fd-set';
import { type SelectTimeout, checkTimeout } from './timeout';

export { FdSet } from './fd-set';
export type { SelectTimeout } from './timeout';

const EVENTS_MAX = 0xffff;
const { poll: nativePoll, select: nativeSelect } = native;

/**
 * `poll(fds, nfds, timeout)`: waits until one of several descriptors is ready.
 * @param fds three ints for each descriptor: the descriptor, the events asked for, and a place for those that came
 * (revents). A negative descriptor is skipped. The array may be used again and again.
 * @param timeout in milliseconds; 0 looks and does not wait, -1 waits for ever.
 * @returns how many descriptors have events, or -errno.
 */
export function poll(fds: Int32Array, timeout: number): number {
  if (!types.isInt32Array(fds)) throw wrongType('fds', 'an instance of Int32Array', fds);
  if (fds.length % 3 !== 0) throw wrongValue('fds', 'must have three elements for each descriptor', fds);
  setInts(checkInt('timeout', timeout));
  nativePoll(fds);
  const result = answer();
  if (result <= MISUSE) throw eventsOutOfRange(fds) ?? misuse(result, 'fds', fds);
  return result;
}

/** The error for events that C's short can't hold. */
function eventsOutOfRange(fds: Int32Array): Error | undefined {
  for (let at = 1; at < fds.length; at += 3) {
    const events = fds[at]!;
    if (events < 0 || events > EVENTS_MAX) return outOfRange(`fds[${at}]`, `>= 0 && <= ${EVENTS_MAX}`, events);
  }
  return undefined;
}

/**
 * `select(nfds, readfds, writefds, exceptfds, timeout)`: waits until one of the descriptors of three sets is ready.
 * The sets are left with those that are; nfds is found from them.
 * @param timeout without it the call waits for ever; Linux writes to it the time that was left.
 * @returns how many descriptors are ready, in all sets together, or -errno.
 */
export function select(readfds?: FdSet, writefds?: FdSet, exceptfds?: FdSet, timeout?: SelectTimeout): number {
  const reading = bitsOf('readfds', readfds);
  const writing = bitsOf('writefds', writefds);
  const excepting = bitsOf('exceptfds', exceptfds);
  if (timeout === undefined) {
    setInts(0);
    nativeSelect(reading, writing, excepting);
    return answer();
  }
  const { seconds, microseconds } = checkTimeout(timeout);
  setInts(1);
  setWides(seconds, microseconds);
  nativeSelect(reading, writing, excepting);
  const result = answer();
  const [secondsLeft, microsecondsLeft] = [wideAt(0), wideAt(1)];
  timeout.seconds = secondsLeft;
  timeout.microseconds = microsecondsLeft;
  return result;
}
