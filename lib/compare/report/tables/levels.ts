import type { Analysis, Comparison, LevelOf } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { labelOf } from '../words';

/** An arm in a cell and a view, which several comparisons may share. */
export interface Seen {
  readonly level: LevelOf;
  readonly index: number;
  readonly view: string;
  /** Of its cell. */
  readonly label: string;
}

/** All arms of all cells, each once; in the order of the comparisons. */
export function levelsIn({ experiment }: RunRecord, { comparisons }: Analysis): Seen[] {
  const seen = new Map<string, Seen>();
  for (const comparison of comparisons) {
    for (const level of [comparison.baseline, comparison.candidate]) {
      const { index, view, cell }: Comparison = comparison;
      const key = JSON.stringify([index, view, level.arm]);
      if (!seen.has(key)) seen.set(key, { level, index, view, label: labelOf(experiment.factors, cell) });
    }
  }
  return [...seen.values()];
}
