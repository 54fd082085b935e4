import { outOfRange, wrongType } from '../core/misuse';

/** How long a call may wait. */
export interface WaitOptions {
  /** Ends the wait when it is aborted; the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * In milliseconds, rounded up to whole ones; 0 does not wait. The promise is then rejected with an error whose `code` is
   * ERR_SOCKCALL_TIMEOUT, which is not the kernel's ETIMEDOUT. Without it the call waits for ever.
   */
  readonly timeout?: number | undefined;
}

/** The longest time that a timer of Node's takes. */
const LONGEST = 0x7fffffff;

/** Options as they were given, each read once. */
export interface Limits {
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
}

const NONE: Limits = {};

export function checkOptions(options: WaitOptions | undefined): Limits {
  if (options === undefined) return NONE;
  if (typeof options !== 'object' || options === null) throw wrongType('options', 'of type object', options);
  const { signal, timeout } = options;
  if (signal !== undefined && (typeof signal !== 'object' || signal === null || !('aborted' in signal))) {
    throw wrongType('options.signal', 'an instance of AbortSignal', signal);
  }
  if (timeout !== undefined) {
    if (typeof timeout !== 'number') throw wrongType('options.timeout', 'of type number', timeout);
    if (!(timeout >= 0 && timeout <= LONGEST)) throw outOfRange('options.timeout', `>= 0 && <= ${LONGEST}`, timeout);
  }
  return { signal, timeout };
}
