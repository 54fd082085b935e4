import type { CallName, ErrnoName } from '../../lib';

/** What a case has opened and must give back, whatever happens. */
export type Defer = (undo: () => void) => void;

/** A call that must fail, with one errno: how it comes about, and with what arguments. */
export interface ErrnoCase {
  readonly call: CallName;
  /** What is wrong, in words. */
  readonly when: string;
  readonly code: ErrnoName;
  /** Who gets this errno; everybody if absent. */
  readonly as?: 'root' | 'user';
  /** Makes the situation and gives the arguments, or the reason why it can't be had here. Runs anew for each door. */
  arrange(defer: Defer): readonly unknown[] | { skip: string };
}
