/** An interval that, in so many of 100 runs, holds what it is an estimate of. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many of 100. */
export const CONFIDENCE = 95;

/** A value with its interval. */
export interface Estimate {
  readonly value: number;
  /** Absent if there are too few rounds for one. */
  readonly interval: Interval | undefined;
}
