import type { Step } from './step';

/** Which way an arm moves bytes. `none`: it moves none, and is measured alone. */
export type Direction = 'send' | 'recv' | 'none';

/** What is measured against another: a few calls that together move one message, as plain data. */
export interface Arm {
  /** `write`, `send MSG_NOSIGNAL`. */
  readonly name: string;
  readonly direction: Direction;
  /** The timed calls, in order. Exactly one of them moves the message, unless the direction is `none`. */
  readonly steps: readonly Step[];
}
