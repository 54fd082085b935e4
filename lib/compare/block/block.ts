import type { SyscallError } from '../../index';
import type { ArmName } from '../arm';
import type { Cell } from '../cell';

/** What the native loop counted in one block. */
export interface Counts {
  /** The timed calls that were made. */
  readonly calls: number;
  /** The time of all of them together, each with one cost of the clock in it. */
  readonly ns: number;
  /** Exchanges in which a call moved fewer bytes than the message has. */
  readonly short: number;
  /** Calls that failed: 1 at most, because the first one ends the block. */
  readonly failed: number;
  /** The failed call, if there is one. */
  readonly error?: SyscallError;
}

/** One block of calls as it was measured: a row of raw data. */
export interface Block extends Cell, Counts {
  readonly round: number;
  /** The place in the order of its round, from 0. */
  readonly position: number;
  readonly arm: ArmName;
  /** True for the baseline's second block of the round, the A/A control. */
  readonly control: boolean;
}
