/**
 * Holm's correction: p-values that may each be held against the same level although there are many of them. The smallest
 * is multiplied by their number, the next by one less, and so on; and none becomes smaller than one before it.
 *
 * @see S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979), 65–70
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let largest = 0;
  ps.map((_, index) => index)
    .sort((one, other) => ps[one]! - ps[other]!)
    .forEach((index, rank) => {
      largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[index]!));
      adjusted[index] = largest;
    });
  return adjusted;
}
