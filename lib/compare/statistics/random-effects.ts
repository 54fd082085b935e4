import type { Estimate } from '../analysis/comparison';
import { estimateOf } from './estimate';
import { normalQuantile, studentQuantile } from './student';

/** One of several independent estimates of something that may differ from one to the other. */
export interface Part {
  readonly value: number;
  /** Its standard error. */
  readonly error: number;
  /** The degrees of freedom that the error was told with; without them it is taken as exact. */
  readonly degrees?: number;
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
 * and Knapp, never narrower than that of a common mean with exact errors. Errors of few degrees of freedom are first drawn
 * towards their mean as Opgen-Rhein and Strimmer do. Undefined for fewer than two.
 *
 * @see R. C. Paule and J. Mandel, Consensus values and weighting factors, Journal of Research of the NBS 87 (1982), 377–385
 * @see J. Hartung and G. Knapp, A refined method for the meta-analysis of controlled clinical trials with binary outcome,
 * Statistics in Medicine 20 (2001), 3875–3889
 * @see R. Opgen-Rhein and K. Strimmer, Accurate ranking of differentially expressed genes by a distribution-free shrinkage
 * approach, Statistical Applications in Genetics and Molecular Biology 6 (2007), article 9
 */
export function combine(told: readonly Part[]): Combined | undefined {
  const degrees = told.length - 1;
  if (degrees < 1) return undefined;
  const parts = shrunk(told);
  const { scatter: q } = weigh(parts, 0);
  const tau2 = pauleMandel(parts);
  const { mean, scatter, weight } = weigh(parts, tau2);
  // Parts that agree by chance would otherwise seem to be known better together than any of them could be.
  const least = normalQuantile(0.975) / studentQuantile(0.975, degrees);
  const error = Math.max(Math.sqrt(scatter / degrees), least) / Math.sqrt(weight);
  return { mean: estimateOf(mean, error, degrees), tau2, q, i2: q > degrees ? 100 * (1 - degrees / q) : 0 };
}

/**
 * The less a part's error is known, the more a small one is small by chance, and would give that part a weight which it has
 * not earned. So variances are drawn towards their mean by as much as chance has a part in how they differ.
 */
function shrunk(parts: readonly Part[]): readonly Part[] {
  const known = parts.map(({ degrees = Infinity }) => degrees);
  const variances = parts.map(({ error }) => error ** 2);
  const byChance = sum(variances.map((variance, index) => (2 * variance ** 2) / (known[index]! + 2)));
  if (byChance === 0) return parts;
  const target = known.includes(Infinity)
    ? sum(variances) / parts.length
    : sum(variances.map((variance, index) => variance * known[index]!)) / sum(known);
  const share = Math.min(1, byChance / sum(variances.map((variance) => (variance - target) ** 2)));
  return parts.map(({ value }, index) => ({
    value,
    error: Math.sqrt(share * target + (1 - share) * variances[index]!),
  }));
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
