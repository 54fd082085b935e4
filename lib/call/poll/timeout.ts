import { checkInt } from '../../core/check';
import { outOfRange, wrongType } from '../../core/misuse';

/** C's `struct timeval`, as select() takes it: how long to wait, and afterwards on Linux how much of that was left. */
export interface SelectTimeout {
  seconds: number;
  microseconds: number;
}

/** Each member, read once and checked; the kernel refuses what is negative. */
export function checkTimeout(timeout: unknown): Readonly<SelectTimeout> {
  if (typeof timeout !== 'object' || timeout === null) throw wrongType('timeout', 'of type object', timeout);
  const { seconds, microseconds } = timeout as SelectTimeout;
  if (typeof seconds !== 'number') throw wrongType('timeout.seconds', 'of type number', seconds);
  if (!Number.isSafeInteger(seconds)) throw outOfRange('timeout.seconds', 'a safe integer', seconds);
  return { seconds, microseconds: checkInt('timeout.microseconds', microseconds) };
}
