import type { Cell } from '../experiment';

/** How far a run has come. */
export interface Progress {
  /** 0 to 1. */
  readonly done: number;
  /** The milliseconds that are left, as far as can be told. */
  readonly leftMs: number | undefined;
  /** The process that measures, from 0, and how many are planned. */
  readonly process: number;
  readonly processes: number;
  readonly phase: 'starting' | 'warm-up' | 'rounds';
  /** The whole rounds that this process has made, and all together. */
  readonly round: number;
  readonly rounds: number;
  /** The comparison that is least certain so far; absent as long as there is nothing to say. */
  readonly estimate?: LiveEstimate;
}

/** A rough word on a comparison while it is measured: the analysis in the end works with more care. */
export interface LiveEstimate {
  readonly cell: Cell;
  readonly baseline: string;
  readonly candidate: string;
  /** The median of the paired differences so far, in the quantity's unit, and about what it may be. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
