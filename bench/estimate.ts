import { median } from 'simple-statistics';

/** A median, with an interval for it. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The median and, from the order of the values alone, an interval that holds the true median with 95 % confidence;
 * with fewer than six values all of their range, which is less sure.
 */
export function estimate(values: readonly number[]): Estimate {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = trimmed(sorted.length);
  return { median: median(sorted), low: sorted[cut]!, high: sorted[sorted.length - 1 - cut]! };
}

/** How many values may be left off at each end: the binomial tail on both sides stays within 5 %. */
function trimmed(count: number): number {
  let probability = 0.5 ** count;
  let tail = probability;
  let cut = 0;
  while (cut < count / 2) {
    probability *= (count - cut) / (cut + 1);
    tail += probability;
    if (2 * tail > 0.05) break;
    cut++;
  }
  return cut;
}

/** Compares what was sampled in the same round. */
export function differences(values: readonly number[], baseline: readonly number[]): Estimate {
  return estimate(values.map((value, round) => value - baseline[round]!));
}

export function ratios(values: readonly number[], baseline: readonly number[]): Estimate {
  return estimate(values.map((value, round) => value / baseline[round]!));
}
