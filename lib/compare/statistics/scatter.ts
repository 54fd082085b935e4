/** What a unit found, and how much it counts. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/**
 * The standard error of a centre of independent units, told from how far they lie from it. A unit draws the centre towards
 * itself by its share of all weights; the divisor makes up for that.
 */
export function scatterError(units: readonly Weighted[], centre: number): number {
  const weights = units.reduce((sum, { weight }) => sum + weight, 0);
  const variance = units.reduce((sum, { value, weight }) => {
    const share = weight / weights;
    return sum + (share * (value - centre)) ** 2 / (1 - share);
  }, 0);
  return Math.sqrt(variance);
}
