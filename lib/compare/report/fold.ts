import type { Comparison } from '../analysis/comparison';
import type { Factor, Level } from '../experiment';
import { isNumeric } from './words';

/** Comparisons of the same two arms that differ in one factor alone. */
export interface Fold {
  /** In which they differ, if in any: the one with the most numbers. */
  readonly factor: Factor | undefined;
  readonly comparisons: readonly Comparison[];
}

/** The numeric factor with the most levels: what a size curve is drawn over, and sentences are folded over. */
export function foldingFactor(factors: readonly Factor[]): Factor | undefined {
  const numeric = factors.filter((factor) => isNumeric(factor) && factor.levels.length > 1);
  return [...numeric].sort((one, other) => other.levels.length - one.levels.length)[0];
}

/** Puts together what belongs into one sentence, one curve, one part of a table; in the order of the first of each. */
export function foldsOf(comparisons: readonly Comparison[], factors: readonly Factor[]): Fold[] {
  const factor = foldingFactor(factors);
  const groups = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const { cell, view, baseline, candidate } = comparison;
    const others = factors.filter((other) => other !== factor).map(({ name }): Level => cell[name] ?? '');
    const key = JSON.stringify([view, baseline.arm, candidate.arm, ...others]);
    groups.set(key, [...(groups.get(key) ?? []), comparison]);
  }
  return [...groups.values()].map((group) => ({ factor, comparisons: group }));
}
