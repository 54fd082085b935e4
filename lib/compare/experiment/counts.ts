import type { SyscallError } from '../../index';

/** What one block found. */
export interface Counts {
  /** The values that were measured: the timed calls, or the exchanges. */
  readonly calls: number;
  /** All values together, in the quantity's unit. The block's mean, total / calls, is what statistics work on. */
  readonly total: number;
  /** Calls that moved fewer bytes than they were given. They are in the total. */
  readonly short: number;
  /** Calls that failed, but for those that the mode expects to fail. They end the block, if `error` is there. */
  readonly failed: number;
  /** The failure that ended the block. */
  readonly error?: SyscallError | Error;
  /** Other totals over the block, by name: `instructions`, `cycles`, `bytes`, `eagain`. */
  readonly extra?: Readonly<Record<string, number>>;
  /**
   * The single values, in the quantity's unit, by kind; `value` is the plain one, others are `corrected`, `uncorrected`.
   * Valid until the next block: the bench may use the memory again.
   */
  readonly samples?: Readonly<Record<string, Float64Array>>;
}
