import type { Estimate } from '../analysis/comparison';
import { estimateOf } from './estimate';

/** One of several independent estimates of something that may differ from one to the other. */
export interface Part {
  readonly value: number;
  /** Its standard error. */
  readonly error: number;
}

export interface Combined {
  /** What the parts have in common: their mean, with its interval. */
  readonly mean: Estimate;
  /** The variance between the parts beside their errors, by Paule and Mandel. */
  readonly tau2: number;
  /** Cochran's Q, which is their number less one if they differ by their errors alone. */
  readonly q: number;
  /** The share of the scatter, in percent, that their errors do not explain. */
  readonly i2: number;
}

/**
 * Combines estimates by random effects: the variance between them by Paule and Mandel, the interval of their mean by Hartung
 * and Knapp, never narrower than errors alone would make it. Undefined for fewer than two.
 *
 * @see R. C. Paule and J. Mandel, Consensus values and weighting factors, Journal of Research of the NBS 87 (1982), 377–385
 * @see J. Hartung and G. Knapp, A refined method for the meta-analysis of controlled clinical trials with binary outcome,
 * Statistics in Medicine 20 (2001), 3875–3889
 */
export function combine(parts: readonly Part[]): Combined | undefined {
  const degrees = parts.length - 1;
  if (degrees < 1) return undefined;
  const { scatter: q } = weigh(parts, 0);
  const tau2 = pauleMandel(parts);
  const { mean, scatter, weight } = weigh(parts, tau2);
  const error = Math.sqrt(Math.max(1, scatter / degrees) / weight);
  return { mean: estimateOf(mean, error, degrees), tau2, q, i2: q > degrees ? (100 * (q - degrees)) / q : 0 };
}

/** The mean with the inverse variances for weights, and how the parts scatter around it in units of their variances. */
function weigh(parts: readonly Part[], tau2: number): { mean: number; scatter: number; weight: number } {
  const weights = parts.map(({ error }) => 1 / (error ** 2 + tau2 + Number.MIN_VALUE * 2 ** 60));
  const weight = sum(weights);
  const mean = sum(parts.map(({ value }, index) => value * (weights[index]! / weight)));
  return { mean, weight, scatter: sum(parts.map(({ value }, index) => weights[index]! * (value - mean) ** 2)) };
}

/** The variance with which the parts scatter as much as their number lets expect; 0 if they do not scatter enough. */
function pauleMandel(parts: readonly Part[]): number {
  const expected = parts.length - 1;
  const values = parts.map(({ value }) => value);
  let [low, high] = [0, (Math.max(...values) - Math.min(...values)) ** 2 * parts.length];
  if (weigh(parts, 0).scatter <= expected) return 0;
  for (let halvings = 0; halvings < 200; halvings++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (weigh(parts, middle).scatter > expected) low = middle;
    else high = middle;
  }
  return high;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
