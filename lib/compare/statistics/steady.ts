import { pettitt } from './pettitt';

/**
 * How many of the latest values are looked at. A series with fewer is not called steady. So many show a drift of a
 * twentieth of their standard deviation from each to the next; half as many miss it every other time.
 */
export const STEADY_STRETCH = 60;

/** Below this probability a change is believed. By a smaller one more of what drifts would be called steady. */
export const STEADY_ALPHA = 0.05;

/**
 * Whether the latest stretch of a series of block values is steady: Pettitt's test finds no change of level in it.
 * A slope, or a curve that levels off, is found as well, because it too puts its one half above the other.
 */
export function isSteady(values: readonly number[]): boolean {
  return values.length >= STEADY_STRETCH && pettitt(values.slice(-STEADY_STRETCH)).p >= STEADY_ALPHA;
}
