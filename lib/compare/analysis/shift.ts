import { sampleCovariance, sampleVariance } from 'simple-statistics';
import type { Estimate } from './comparison';
import {
  type Draw,
  type Units,
  estimateOf,
  hodgesLehmann,
  redrawnCentres,
  redrawnMedians,
  unitsOf,
} from '../statistics';
import type { Pair } from './pairs';

/** The draws for so many units; the same for all comparisons. */
export type Draws = (units: number) => readonly Draw[];

export interface Shift {
  readonly shift: Estimate;
  readonly percent: Estimate | undefined;
  /** What was drawn for the interval; undefined if there is none. */
  readonly units: Units<Pair> | undefined;
}

/**
 * The Hodges–Lehmann shift of all paired differences. Its standard error is that of bootstrap draws of whole units, times
 * √(n / (n - 1)) because n units scatter around their own mean; and its interval is Student's with n - 1 degrees of freedom.
 * Units of unequal size count for as many equal ones as scatter like them.
 *
 * Rounds are not drawn again within a process. How processes scatter is seen in what they measured, and that has the scatter
 * of their rounds in it already, which would then be counted twice.
 *
 * @param level - the baseline's, that percents are of.
 */
export function shiftOf(processes: readonly (readonly Pair[])[], level: number, draws: Draws): Shift {
  const value = hodgesLehmann(processes.flatMap((pairs) => pairs.map(({ difference }) => difference)));
  const percent = level > 0 ? (100 * value) / level : undefined;
  const units = unitsOf(processes);
  if (units === undefined) {
    return { shift: without(value), percent: percent === undefined ? undefined : without(percent), units };
  }
  const drawn = draws(units.units.length);
  const degrees = units.effective - 1;
  const inflation = Math.sqrt(units.effective / degrees);
  const shifts = redrawnCentres(of(units, 'difference'), drawn);
  const shift = estimateOf(value, inflation * Math.sqrt(sampleVariance(shifts)), degrees);
  if (percent === undefined) return { shift, percent, units };
  const levels = redrawnMedians(of(units, 'baseline'), drawn);
  const error = inflation * ratioError(shifts, levels, value / level) * (100 / level);
  return { shift, percent: estimateOf(percent, error, degrees), units };
}

function without(value: number): Estimate {
  return { value, interval: undefined };
}

function of({ units }: Units<Pair>, name: keyof Pair): number[][] {
  return units.map((pairs) => pairs.map((pair) => pair[name]));
}

/** The standard error of a ratio of two that vary together, by the delta method, in units of the divisor. */
function ratioError(dividends: number[], divisors: number[], ratio: number): number {
  const covariance = sampleCovariance(dividends, divisors);
  const variance = sampleVariance(dividends) - 2 * ratio * covariance + ratio ** 2 * sampleVariance(divisors);
  return Math.sqrt(Math.max(0, variance));
}
