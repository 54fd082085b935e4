import { answer } from '../../core/frame';
import { codeOf } from '../../core/error/syscall-error';
import { outOfRange, unavailable, wrongType } from '../../core/misuse';
import { native } from '../../core/native';

/** Whether threads can be bound to processors here: on Linux. */
export const hasAffinity = native.setAffinity !== undefined;

/** No kernel has more. */
const MOST_PROCESSORS = 8192;

/**
 * `sched_getaffinity(0, cpusetsize, mask)`: the processors that this thread may run on, in ascending order.
 *
 * @throws Error with `code`, `errno` and `syscall`, as the kernel answered; ERR_FEATURE_UNAVAILABLE_ON_PLATFORM if it is
 *   not Linux.
 * @see https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html
 */
export function getAffinity(): number[] {
  if (native.getAffinity === undefined) throw unavailable('sched_getaffinity');
  const processors = new Int32Array(MOST_PROCESSORS);
  native.getAffinity(processors);
  const count = answer();
  if (count < 0) throw failure('sched_getaffinity', count);
  return [...processors.subarray(0, count)];
}

/**
 * `sched_setaffinity(0, cpusetsize, mask)`: lets this thread, and no other one of the process, run on these processors only.
 *
 * The kernel passes over processors that it has not, or that a cpuset keeps from this process, as long as one is left. This
 * looks whether that was so, and puts back what was before.
 *
 * @param processors - numbers from 0, at least one.
 * @throws RangeError (ERR_OUT_OF_RANGE) that names the processors which are not there.
 * @throws Error as `getAffinity` does.
 * @see https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html
 */
export function setAffinity(processors: readonly number[]): void {
  if (native.setAffinity === undefined) throw unavailable('sched_setaffinity');
  check(processors);
  const before = getAffinity();
  const result = bind(processors);
  const bound = getAffinity();
  const missing = processors.filter((processor) => !bound.includes(processor));
  if (missing.length === 0 && result === 0) return;
  if (result === 0) bind(before);
  // EINVAL: the kernel has none of them for this process.
  if (result === 0 || codeOf(result) === 'EINVAL') {
    const range = `processors that this process may run on (${before.join(', ')} now)`;
    throw outOfRange('processors', range, missing.length === 1 ? missing[0] : missing.join(', '));
  }
  throw failure('sched_setaffinity', result);
}

/**
 * Puts back what `getAffinity` gave, as far as it is still there: processors may have been taken offline since. If none of
 * them is there any more, nothing is changed.
 *
 * @throws Error as `getAffinity` does.
 */
export function restoreAffinity(processors: readonly number[]): void {
  const result = bind(processors);
  if (result !== 0 && codeOf(result) !== 'EINVAL') throw failure('sched_setaffinity', result);
}

function bind(processors: readonly number[]): number {
  native.setAffinity!(Int32Array.from(processors));
  return answer();
}

function check(processors: unknown): void {
  if (!Array.isArray(processors)) throw wrongType('processors', 'an array', processors);
  if (processors.length === 0) throw outOfRange('processors.length', '>= 1', 0);
  for (const processor of processors as unknown[]) {
    if (typeof processor !== 'number') throw wrongType('processors', 'an array of numbers', processor);
    if (!Number.isInteger(processor) || processor < 0 || processor >= MOST_PROCESSORS) {
      throw outOfRange('processors', `integers >= 0 && < ${MOST_PROCESSORS}`, processor);
    }
  }
}

function failure(syscall: string, errno: number): Error {
  const code = codeOf(errno);
  return Object.assign(new Error(`${syscall} ${code}`), { code, errno, syscall });
}
