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
 * Percentiles by Node's HdrHistogram, to three significant digits, and the maximum. It takes integers above zero, so values
 * are scaled by a power of ten that gives the smallest of them three digits; one that is not above zero counts as the
 * smallest that can be told.
 *
 * @param overhead - is subtracted from what the histogram answers, so digits are those of what was measured.
 * @returns undefined if there are no values.
 */
export function percentilesOf(counts: Counts, overhead: number): Percentiles | undefined {
  const seen = counts.filter(([value, count]) => Number.isFinite(value) && count > 0);
  if (seen.length === 0) return undefined;
  const scale = scaleOf(seen.map(([value]) => value));
  const ticks = seen.map(([value, count]): [number, number] => [Math.max(1, Math.round(value * scale)), count]);
  const highest = Math.max(2, max(ticks.map(([tick]) => tick)));
  const histogram = histogramOf(ticks, () => createHistogram({ lowest: 1, highest, figures: FIGURES }));
  const largest = max(seen.map(([value]) => value));
  // The histogram answers with the largest value that it cannot tell from what it saw.
  const at = (percent: number): number => Math.min(largest, histogram.percentile(percent) / scale) - overhead;
  return {
    count: histogram.count,
    p50: at(50),
    p90: at(90),
    p99: at(99),
    p999: at(99.9),
    p9999: at(99.99),
    max: largest - overhead,
  };
}

function scaleOf(values: readonly number[]): number {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return 1;
  const wanted = Math.ceil(Math.log10(SMALLEST / min(positive)));
  const possible = Math.floor(Math.log10(Number.MAX_SAFE_INTEGER / max(positive)));
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
