import type { ArmName } from './arm';

/** Which way the timed call moves bytes; named after the baseline. */
export type DirectionName = 'send' | 'recv';

/** What is compared in one direction. */
export interface Direction {
  /** A: what the others are compared with, and with which it is compared itself as the control. */
  readonly baseline: ArmName;
  /** B: the calls that could be made instead. */
  readonly candidates: readonly ArmName[];
}

export const directions: Readonly<Record<DirectionName, Direction>> = {
  send: { baseline: 'send', candidates: ['write'] },
  recv: { baseline: 'recv', candidates: ['read'] },
};

export const directionNames = Object.keys(directions) as DirectionName[];
