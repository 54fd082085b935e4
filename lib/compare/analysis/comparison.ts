import type { Cell } from '../experiment';

/** An interval that, in so many of 100 runs, holds what it is an estimate of. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A value with its interval; absent if there are too few rounds or processes for one. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | undefined;
  /** Where there is an interval: the standard error, and the degrees of freedom of Student's t, that it was made with. */
  readonly error?: number;
  readonly degrees?: number;
}

/**
 * What a run can say of a candidate against its baseline.
 *
 * - `more`, `less`: significant after Holm's correction, and the whole interval lies beyond the A/A floor and beyond what is
 *   too small to matter.
 * - `negligible`: the whole interval lies within what is too small to matter.
 * - `none`: nothing that this run can show; which is not the same as no difference.
 * - `too few`: too few rounds for any word.
 */
export type Verdict = 'more' | 'less' | 'negligible' | 'none' | 'too few';

/** Percentiles of single values, from an HdrHistogram, what measuring adds subtracted. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly p9999: number;
  readonly max: number;
}

/** Blocks far from the others of their process, by Tukey's fences. All of them are in all figures. */
export interface Outliers {
  /** Beyond 1.5 interquartile ranges. */
  readonly mild: number;
  /** Beyond 3. */
  readonly severe: number;
  readonly blocks: number;
}

/** One arm in one cell and view. */
export interface LevelOf {
  readonly arm: string;
  /**
   * The median over the blocks of a process, of which the mean over processes is taken; what measuring adds is subtracted.
   * A baseline's second blocks are among them.
   */
  readonly value: number;
  readonly outliers: Outliers;
  readonly short: number;
  readonly failed: number;
  readonly calls: number;
  /** By kind of sample; empty if the bench gave no single values. */
  readonly percentiles: Readonly<Record<string, Percentiles>>;
  /**
   * The extra totals, a call: of what every block has, `instructions`, the median over blocks; of what some blocks lack,
   * `eagain`, all of it over all calls.
   */
  readonly extra: Readonly<Record<string, number>>;
}

/** A candidate against its baseline in one cell, through one pair of eyes. */
export interface Comparison {
  /** The cell's index in the run. */
  readonly index: number;
  readonly cell: Cell;
  readonly view: string;
  readonly baseline: LevelOf;
  readonly candidate: LevelOf;
  /** The Hodges–Lehmann shift of the rounds' paired differences, candidate less baseline, in the quantity's unit. */
  readonly shift: Estimate;
  /** The same in percent of the baseline's level; absent if that is not above zero. */
  readonly percent: Estimate | undefined;
  /** The same for the baseline once more against itself; only in the view that verdicts are on. */
  readonly control: Estimate | undefined;
  /** The bound of the control's interval that is farthest from zero. */
  readonly floor: number | undefined;
  /** Cliff's delta: how often a block of the candidate is above one of the baseline, less how often below; −1 to 1. */
  readonly delta: number;
  /** Against no shift at all, two-sided. */
  readonly p: number | undefined;
  /** After Holm's correction over all comparisons of the run; only in the view that verdicts are on. */
  readonly adjusted: number | undefined;
  /** What is too small to matter here, in the quantity's unit. */
  readonly band: number;
  /** Only in the view that verdicts are on. */
  readonly verdict: Verdict | undefined;
}

/** What was made of a run. */
export interface Analysis {
  /** Cells in the run's order, in each the candidates, in each the views. */
  readonly comparisons: readonly Comparison[];
  /** What measuring added to each value, the median over rounds, by view; in the quantity's unit. */
  readonly overhead: Readonly<Record<string, number>>;
  /** In percent. */
  readonly confidence: number;
  /** How intervals came about, in a sentence: over how many processes, or within the only one. */
  readonly method: string;
}
