import { errnoNumber } from '../core/error/errno';
import { checkInt } from '../core/check';
import { outOfRange } from '../core/misuse';
import { native } from '../core/native';

/**
 * `interruptSignal(number)`: the number of the signal by which threads are interrupted, SIGRTMAX - 2 on Linux and SIGURG
 * elsewhere; given a number, it is that one from now on, for the whole process.
 * @param number a real-time signal (Linux), SIGURG or SIGUSR2; nothing to leave it as it is.
 * @returns the number.
 * @throws {RangeError} for another number.
 * @throws {Error} ERR_INVALID_STATE, if a thread has been interrupted already by another signal.
 */
export function interruptSignal(number?: number): number {
  if (number === undefined) return native.interruptSignal();
  const result = native.interruptSignal(checkInt('number', number));
  if (result > 0) return result;
  if (result === -errnoNumber('EINVAL')!) throw outOfRange('number', 'a real-time signal, SIGURG or SIGUSR2', number);
  const message = `Signal ${native.interruptSignal()} has been used already; choose another before the first interruption`;
  throw Object.assign(new Error(message), { code: 'ERR_INVALID_STATE' });
}
