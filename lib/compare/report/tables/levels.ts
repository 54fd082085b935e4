import type { Analysis, Comparison, LevelOf } from '../../analysis/comparison';
import type { Factor } from '../../experiment';
import type { RunRecord } from '../../record';
import { foldingFactor } from '../fold';
import { formatLevel, labelOf, placeTitle } from '../words';

/** An arm in a cell and a view, which several comparisons may share. */
export interface Seen {
  readonly level: LevelOf;
  readonly index: number;
  readonly view: string;
  /** Of its cell: `tcp, 64 B`. */
  readonly label: string;
  /** Its title without the factor that sizes are folded over, and that factor's own level. */
  readonly place: string;
  readonly size: string;
  readonly factor: Factor | undefined;
}

/** All arms of all cells, each once; in the order of the comparisons. */
export function levelsIn({ experiment: { factors } }: RunRecord, { comparisons }: Analysis): Seen[] {
  const seen = new Map<string, Seen>();
  const factor = foldingFactor(factors);
  const others = factors.filter((other) => other !== factor);
  for (const comparison of comparisons) {
    for (const level of [comparison.baseline, comparison.candidate]) {
      const { index, view, cell }: Comparison = comparison;
      const key = JSON.stringify([index, view, level.arm]);
      if (seen.has(key)) continue;
      const size = factor === undefined ? '' : formatLevel(factor, cell[factor.name]);
      seen.set(key, {
        level,
        index,
        view,
        label: labelOf(factors, cell),
        place: placeTitle(others, cell),
        size,
        factor,
      });
    }
  }
  return [...seen.values()];
}
