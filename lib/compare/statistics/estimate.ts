import type { Estimate } from '../analysis/comparison';
import { studentP, studentQuantile } from './student';

/** In percent. */
export const CONFIDENCE = 95;

/** A value with its interval by Student's t. */
export function estimateOf(value: number, error: number, degrees: number, confidence = CONFIDENCE): Estimate {
  const reach = studentQuantile(1 / 2 + confidence / 200, degrees) * error;
  return { value, interval: { low: value - reach, high: value + reach }, error, degrees };
}

/** How likely a value so far from zero is, if what it estimates is zero; undefined if there is no interval. */
export function pOf({ value, error, degrees }: Estimate): number | undefined {
  if (error === undefined || degrees === undefined) return undefined;
  if (value === 0) return 1;
  return error === 0 ? 0 : studentP(value / error, degrees);
}
