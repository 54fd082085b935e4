import type { Counts } from './percentiles';

/** A value, and the share of all values that are not above it. */
export interface Step {
  readonly value: number;
  readonly share: number;
}

/** The empirical distribution function: its steps, by ascending value. */
export function distributionFunction(counts: Counts): Step[] {
  const seen = counts.filter(([, count]) => count > 0).sort(([one], [other]) => one - other);
  const all = seen.reduce((sum, [, count]) => sum + count, 0);
  let sum = 0;
  return seen.map(([value, count]) => ({ value, share: (sum += count) / all }));
}

/**
 * Quantiles of a distribution: for each share, the smallest value that so large a share of all values is not above.
 *
 * @param shares - from 0 to 1.
 * @param overhead - what measuring adds, to be subtracted.
 * @returns as many values as there are shares, or none if the distribution is empty.
 */
export function quantileFunction(counts: Counts, shares: readonly number[], overhead = 0): number[] {
  const steps = distributionFunction(counts);
  const last = steps.at(-1);
  if (last === undefined) return [];
  return shares.map((share) => (steps.find((step) => step.share >= share) ?? last).value - overhead);
}

/** The shift function of single values: at each share, the quantile of one distribution less that of another. */
export function quantileShifts(counts: Counts, from: Counts, shares: readonly number[]): number[] {
  const baseline = quantileFunction(from, shares);
  return quantileFunction(counts, shares).flatMap((value, index) =>
    baseline[index] === undefined ? [] : [value - baseline[index]],
  );
}
