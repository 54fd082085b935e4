/** Where a series changed most, if it did. */
export interface ChangePoint {
  /** How many values come before the change. */
  readonly at: number;
  /** How likely a series without any change shows one as clear, by Pettitt's approximation; at most 1. */
  readonly p: number;
}

/**
 * Pettitt's test for one change of level at an unknown place: of all places, the one where values before and after it
 * differ most by their ranks. Ranks make it deaf to single blocks that were interrupted.
 *
 * @see A. N. Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28 (1979), 126–135
 */
export function pettitt(values: readonly number[]): ChangePoint {
  const count = values.length;
  let sum = 0;
  let largest = 0;
  let at = 0;
  values.forEach((value, index) => {
    for (const other of values) sum += Math.sign(value - other);
    if (Math.abs(sum) <= largest) return;
    largest = Math.abs(sum);
    at = index + 1;
  });
  if (at === 0) return { at, p: 1 };
  return { at, p: Math.min(1, 2 * Math.exp((-6 * largest ** 2) / (count ** 3 + count ** 2))) };
}
