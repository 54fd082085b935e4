import { mean } from 'simple-statistics';
import { type Sorted, ownPairsUpTo, ownSumsAround, ownSumsBetween, sorted } from './walsh';

/**
 * The Hodges–Lehmann estimate of a centre: the median of the Walsh averages, which are the means of all pairs of values,
 * each value also paired with itself. It has nearly the precision of a mean, and is not led astray by outliers.
 *
 * There are n²/2 averages, but they need not be made: for a given number, those below it are counted in one walk over the
 * sorted values, so that the median is found by halving, and only the last few averages are looked at.
 *
 * @returns NaN if there are no values.
 * @see J. L. Hodges and E. L. Lehmann, Estimates of location based on rank tests, Annals of Mathematical Statistics 34 (1963)
 */
export function hodgesLehmann(values: readonly number[]): number {
  return centreOf(sorted(values));
}

/** The same for values that are sorted already. */
export function centreOf(values: Sorted): number {
  const count = values.length;
  if (count === 0) return NaN;
  const sums = (count * (count + 1)) / 2;
  const [lower, upper] = [Math.floor((sums - 1) / 2), Math.floor(sums / 2)];
  // The sum of place `lower` is above `low`, that of place `upper` is not above `high`.
  let [low, high] = [-Infinity, 2 * values[count - 1]!];
  let [below, upTo] = [0, sums];
  let middle = values[0]! + values[count - 1]!;
  // Halving the interval is safe, dividing it by the counts is fast where they rise evenly: they take turns.
  for (let turn = 0; upTo - below > 4 * count && low < middle && middle < high; turn++) {
    const pairs = ownPairsUpTo(middle, values);
    if (pairs > upper) [high, upTo] = [middle, pairs];
    else if (pairs <= lower) [low, below] = [middle, pairs];
    else return mean(ownSumsAround(middle, values)) / 2;
    const from = Math.max(low, 2 * values[0]!);
    const guess = from + ((upper - below) / (upTo - below)) * (high - from);
    middle = turn % 2 === 0 && from < guess && guess < high ? guess : (from + high) / 2;
  }
  if (low >= middle || middle >= high) return high / 2;
  const between = ownSumsBetween(low, high, values);
  return mean([between[lower - below]!, between[upper - below]!]) / 2;
}
