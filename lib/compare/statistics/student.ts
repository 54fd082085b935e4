import { jStat } from 'jstat';

const quantiles = new Map<string, number>();

/** The quantile of Student's t; degrees of freedom need not be whole. */
export function studentQuantile(p: number, degrees: number): number {
  const key = `${p} ${degrees}`;
  let quantile = quantiles.get(key);
  if (quantile === undefined) {
    quantile = jStat.studentt.inv(p, degrees);
    quantiles.set(key, quantile);
  }
  return quantile;
}

/** The quantile of the standard normal distribution. */
export function normalQuantile(p: number): number {
  return jStat.normal.inv(p, 0, 1);
}

/** How likely Student's t is at least so far from zero, on either side. */
export function studentP(t: number, degrees: number): number {
  // By way of the beta function, because 1 - cdf(t) has no digits left for large t.
  const p = jStat.ibeta(degrees / (degrees + t * t), degrees / 2, 1 / 2);
  return Math.min(1, p);
}
