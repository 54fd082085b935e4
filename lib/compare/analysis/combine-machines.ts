import { mean } from 'simple-statistics';
import { type Cell, cellKey } from '../experiment';
import { CONFIDENCE, type Combined, combine, pOf } from '../statistics';
import type { Analysis, Comparison, Estimate, Verdict } from './comparison';
import { judge } from './judge';

/** What several machines together say of a candidate against its baseline. */
export interface CombinedComparison {
  readonly cell: Cell;
  readonly view: string;
  /** The arms. */
  readonly baseline: string;
  readonly candidate: string;
  /** Those that have an interval for it, by their place in what was combined. */
  readonly machines: readonly number[];
  /** The mean over machines like these. Its interval says where that mean lies, not where another machine will. */
  readonly shift: Estimate;
  readonly percent: Estimate | undefined;
  /** The standard deviation from machine to machine, in the quantity's unit, and how much of the scatter it is, in percent. */
  readonly tau: number;
  readonly i2: number;
  /** The largest of the machines' A/A floors. */
  readonly floor: number | undefined;
  /** What is too small to matter, the mean over machines. */
  readonly band: number;
  readonly p: number | undefined;
  readonly adjusted: number | undefined;
  readonly verdict: Verdict | undefined;
}

export interface MachineCombination {
  readonly machines: number;
  /** In the order in which the first machine that has a comparison has them. */
  readonly comparisons: readonly CombinedComparison[];
  readonly confidence: number;
  readonly method: string;
}

const METHOD = [
  'Random effects over machines: the variance between them by Paule and Mandel, intervals by Hartung and Knapp with as many',
  'degrees of freedom as there are machines, less one; errors told from few processes are drawn towards their mean, as',
  'Opgen-Rhein and Strimmer do.',
].join(' ');

/**
 * Combines runs of the same experiment on several machines, of which each is one of many that could have been taken. A
 * comparison that fewer than two machines have an interval for has none, and the verdict `too few`.
 */
export function combineMachines(analyses: readonly Analysis[]): MachineCombination {
  const byKey = new Map<string, { machine: number; comparison: Comparison }[]>();
  analyses.forEach(({ comparisons }, machine) => {
    for (const comparison of comparisons) {
      const key = comparisonKey(comparison);
      byKey.set(key, [...(byKey.get(key) ?? []), { machine, comparison }]);
    }
  });
  return {
    machines: analyses.length,
    comparisons: judge([...byKey.values()].map(combineOne)),
    confidence: CONFIDENCE,
    method: METHOD,
  };
}

/** A text that is equal for the same arms in the same cell and view, whichever run they are of. */
export function comparisonKey({ cell, view, baseline, candidate }: Comparison): string {
  return JSON.stringify([cellKey(cell), view, baseline.arm, candidate.arm]);
}

function combineOne(all: readonly { machine: number; comparison: Comparison }[]): CombinedComparison {
  const known = all.filter(({ comparison }) => comparison.shift.error !== undefined);
  const comparisons = all.map(({ comparison }) => comparison);
  const { cell, view, baseline, candidate, verdict } = comparisons[0]!;
  const shifts = comparisons.map(({ shift }) => shift);
  const percents = comparisons.flatMap(({ percent }) => percent ?? []);
  const shift = over(shifts);
  const floors = known.flatMap(({ comparison }) => comparison.floor ?? []);
  return {
    cell,
    view,
    baseline: baseline.arm,
    candidate: candidate.arm,
    machines: known.map(({ machine }) => machine),
    shift: shift?.mean ?? { value: mean(shifts.map(({ value }) => value)), interval: undefined },
    percent:
      over(percents)?.mean ??
      (percents.length === 0 ? undefined : { value: mean(percents.map(({ value }) => value)), interval: undefined }),
    tau: Math.sqrt(shift?.tau2 ?? 0),
    i2: shift?.i2 ?? 0,
    floor: floors.length === 0 ? undefined : Math.max(...floors),
    band: mean(comparisons.map(({ band }) => band)),
    p: shift && pOf(shift.mean),
    adjusted: undefined,
    verdict,
  };
}

function over(estimates: readonly Estimate[]): Combined | undefined {
  return combine(
    estimates.flatMap(({ value, error, degrees }) =>
      error === undefined ? [] : [{ value, error, ...(degrees === undefined ? {} : { degrees }) }],
    ),
  );
}
