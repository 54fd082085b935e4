import type { Cell } from './cell';
import type { Counts } from './counts';

/** What a run measures with, in one process: real sockets, or in a test whatever the test brings. */
export interface Bench {
  /** Sets up anew what the next round is measured on. */
  renew(): void | Promise<void>;
  /**
   * Measures one block: `calls` values of an arm.
   *
   * @param view - through which eyes: one of the experiment's views of that cell.
   */
  measure(cell: Cell, arm: string, view: string, calls: number): Counts | Promise<Counts>;
  /** What measuring adds to each value of a view, to be subtracted from levels; 0 if nothing. Asked for every round. */
  overhead(view: string): number;
  /** What is to be known of how it measures, in sentences: which clock, which counters are not permitted and why. */
  notes?(): readonly string[];
  /** Gives back everything, even after a failure. */
  close(): void | Promise<void>;
}
