import type { Cell } from '../experiment';
import { estimateOf, pOf } from '../statistics';
import { comparisonKey } from './combine-machines';
import type { Analysis, Comparison, Estimate, Verdict } from './comparison';
import { judge } from './judge';

/** Whether a shift in one run differs from the same shift in another. */
export interface RunDifference {
  readonly cell: Cell;
  readonly view: string;
  /** The arms. */
  readonly baseline: string;
  readonly candidate: string;
  /** The shifts themselves. */
  readonly one: Estimate;
  readonly other: Estimate;
  /** The other run's shift less the one's, in the quantity's unit, and in points of percent. */
  readonly shift: Estimate;
  readonly percent: Estimate | undefined;
  /** Both A/A floors together: each may have moved its shift so far. */
  readonly floor: number | undefined;
  /** What is too small to matter, the larger of both. */
  readonly band: number;
  readonly p: number | undefined;
  readonly adjusted: number | undefined;
  /** `more` if the shift is larger in the other run. */
  readonly verdict: Verdict | undefined;
}

/**
 * Compares what two runs found, made on two machines, with two kernels, before and after a change. What only one of them
 * has is left out. Intervals are Welch's: two errors that need not be equal, with degrees of freedom by Satterthwaite.
 */
export function compareRuns(one: Analysis, other: Analysis): RunDifference[] {
  const others = new Map(other.comparisons.map((comparison) => [comparisonKey(comparison), comparison]));
  return judge(
    one.comparisons.flatMap((comparison) => {
      const found = others.get(comparisonKey(comparison));
      return found === undefined ? [] : [differenceOf(comparison, found)];
    }),
  );
}

function differenceOf(one: Comparison, other: Comparison): RunDifference {
  const shift = less(other.shift, one.shift);
  return {
    cell: one.cell,
    view: one.view,
    baseline: one.baseline.arm,
    candidate: one.candidate.arm,
    one: one.shift,
    other: other.shift,
    shift,
    percent: one.percent && other.percent && less(other.percent, one.percent),
    floor: one.floor === undefined || other.floor === undefined ? undefined : one.floor + other.floor,
    band: Math.max(one.band, other.band),
    p: pOf(shift),
    adjusted: undefined,
    verdict: one.verdict,
  };
}

function less(estimate: Estimate, from: Estimate): Estimate {
  const value = estimate.value - from.value;
  const [a, b] = [squared(estimate), squared(from)];
  if (a === undefined || b === undefined) return { value, interval: undefined };
  const variance = a.variance + b.variance;
  const spread = a.variance ** 2 / a.degrees + b.variance ** 2 / b.degrees;
  return estimateOf(value, Math.sqrt(variance), spread === 0 ? a.degrees + b.degrees : variance ** 2 / spread);
}

function squared({ error, degrees }: Estimate): { variance: number; degrees: number } | undefined {
  return error === undefined || degrees === undefined ? undefined : { variance: error ** 2, degrees };
}
