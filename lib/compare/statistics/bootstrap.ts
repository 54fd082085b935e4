import { quantileSorted } from 'simple-statistics';
import type { Random } from '../random';
import { CONFIDENCE, type Estimate, type Interval } from './interval';
import { type Draw, drawRounds, everyOnce } from './resample';

export const RESAMPLES = 2000;

/** With fewer rounds the interval would be narrower than it claims. */
export const MIN_ROUNDS = 10;

const TAIL = (1 - CONFIDENCE / 100) / 2;

/**
 * Statistics of the rounds, each with its percentile bootstrap interval. Whole rounds are drawn, so that blocks that
 * were measured next to each other stay together; and all statistics see the same draws.
 */
export function bootstrap(
  rounds: number,
  statistics: (draw: Draw) => readonly number[],
  random: Random,
  resamples = RESAMPLES,
): Estimate[] {
  const values = statistics(everyOnce(rounds));
  if (rounds < MIN_ROUNDS) return values.map((value) => ({ value, interval: undefined }));
  const draw = everyOnce(rounds);
  const results = values.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    statistics(drawRounds(draw, random)).forEach((value, index) => (results[index]![resample] = value));
  }
  return values.map((value, index) => ({ value, interval: percentiles(results[index]!) }));
}

function percentiles(results: Float64Array): Interval {
  const sorted = [...results.sort()];
  return { low: quantileSorted(sorted, TAIL), high: quantileSorted(sorted, 1 - TAIL) };
}
