import type { Cell } from '../../experiment';

/** How far a run has come, as the runner tells it. */
export interface Progress {
  /** 0 to 1. */
  readonly done: number;
  readonly leftMs: number | undefined;
  /** From 0, and how many are planned. */
  readonly process: number;
  readonly processes: number;
  readonly phase: 'starting' | 'warm-up' | 'rounds';
  /** The whole rounds that this process has made, and all together. */
  readonly round: number;
  readonly rounds: number;
  readonly estimate?: LiveEstimate | undefined;
}

export interface LiveEstimate {
  readonly cell: Cell;
  readonly baseline: string;
  readonly candidate: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
