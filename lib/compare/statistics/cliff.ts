import { sorted } from './walsh';

/**
 * Cliff's delta: of all pairs of a value of one and a value of the other, the share in which the one is larger, less the
 * share in which it is smaller.
 *
 * @returns NaN if either is empty.
 * @see N. Cliff, Dominance statistics: ordinal analyses to answer ordinal questions, Psychological Bulletin 114 (1993)
 */
export function cliffDelta(one: readonly number[], other: readonly number[]): number {
  const others = sorted(other);
  let smaller = 0;
  let notLarger = 0;
  let sum = 0;
  for (const value of sorted(one)) {
    while (smaller < others.length && others[smaller]! < value) smaller++;
    while (notLarger < others.length && others[notLarger]! <= value) notLarger++;
    sum += smaller - (others.length - notLarger);
  }
  return sum / (one.length * others.length);
}
