import { type RecordableHistogram, createHistogram } from 'node:perf_hooks';
import { max, min } from 'simple-statistics';
import type { Percentiles } from '../analysis/comparison';

/** Significant digits that the histogram keeps. */
const FIGURES = 3;

/** The smallest value becomes so large an integer, so that it too has its digits. */
const SMALLEST = 10 ** FIGURES;

/** How often each value was seen, in any order. */
export type Counts = readonly (readonly [value: number, count: number])[];

/**
 * Percentiles by Node's HdrHistogram, to three significant digits, and the maximum. It takes integers above zero: so values
 * are scaled by a power of ten that gives the smallest of them three digits, and those below zero have a histogram of their
 * own, of how far they are below.
 *
 * @param overhead - is subtracted from what the histogram answers, so digits are those of what was measured.
 * @returns undefined if there are no values.
 */
export function percentilesOf(counts: Counts, overhead: number): Percentiles | undefined {
  const seen = counts.filter(([value, count]) => Number.isFinite(value) && count > 0);
  if (seen.length === 0) return undefined;
  const positive = rankedOf(seen.filter(([value]) => value > 0));
  const negative = rankedOf(seen.flatMap(([value, count]) => (value < 0 ? [[-value, count] as const] : [])));
  const count = seen.reduce((sum, [, times]) => sum + times, 0);
  const fromZero = count - positive.count;
  const ranked = (rank: number): number => {
    if (rank > fromZero) return positive.at(rank - fromZero);
    return rank <= negative.count ? -negative.at(negative.count + 1 - rank) : 0;
  };
  const at = (percent: number): number => ranked(Math.max(1, Math.ceil((percent * count) / 100))) - overhead;
  return {
    count,
    p50: at(50),
    p90: at(90),
    p99: at(99),
    p999: at(99.9),
    p9999: at(99.99),
    max: max(seen.map(([value]) => value)) - overhead,
  };
}

/** Values above zero by their rank, which begins at 1 for the smallest. */
interface Ranked {
  readonly count: number;
  at(rank: number): number;
}

function rankedOf(counts: Counts): Ranked {
  if (counts.length === 0) return { count: 0, at: () => NaN };
  const values = counts.map(([value]) => value);
  const [scale, largest] = [scaleOf(values), max(values)];
  const ticks = counts.map(([value, times]): [number, number] => [Math.max(1, Math.round(value * scale)), times]);
  const highest = Math.max(2, max(ticks.map(([tick]) => tick)));
  const histogram = histogramOf(ticks, () => createHistogram({ lowest: 1, highest, figures: FIGURES }));
  const { count } = histogram;
  // A quarter of a rank less, so that no rounding makes it the next one. The histogram answers with the largest value that
  // it cannot tell from what it saw.
  const at = (rank: number): number => Math.min(largest, histogram.percentile((100 * (rank - 0.25)) / count) / scale);
  return { count, at };
}

function scaleOf(values: readonly number[]): number {
  const wanted = Math.ceil(Math.log10(SMALLEST / min(values)));
  const possible = Math.floor(Math.log10(Number.MAX_SAFE_INTEGER / max(values)));
  return 10 ** Math.min(wanted, possible);
}

/** A histogram records one value at a time, but adds up with itself: so counts are built bit by bit. */
function histogramOf(ticks: readonly [number, number][], create: () => RecordableHistogram): RecordableHistogram {
  let [histogram, doubled] = [create(), create()];
  for (let bit = Math.floor(Math.log2(max(ticks.map(([, count]) => count)))); bit >= 0; bit--) {
    doubled.reset();
    doubled.add(histogram);
    doubled.add(histogram);
    for (const [tick, count] of ticks) if (Math.floor(count / 2 ** bit) % 2 === 1) doubled.record(tick);
    [histogram, doubled] = [doubled, histogram];
  }
  return histogram;
}
