import { type Factor, type Level, cellKey } from '../../experiment';
import type { CellRecord, RunRecord } from '../../record';
import { isNumeric } from '../words';

type Experiment = RunRecord['experiment'];

/** An experiment with the conditions, levels and arms of all runs, those of the first one first. */
export function united(experiments: readonly Experiment[]): Experiment {
  return experiments.reduce((one, other) => ({
    ...one,
    factors: joined(one.factors, other.factors, ({ name }) => name, withLevels),
    cells: joined(one.cells, other.cells, ({ cell }) => cellKey(cell), withViews),
    armTitles: { ...other.armTitles, ...one.armTitles },
  }));
}

/** The items of both, of which those that have the same key become one. */
function joined<T>(
  ones: readonly T[],
  others: readonly T[],
  keyOf: (item: T) => string,
  join: (one: T, other: T) => T,
): T[] {
  const all = new Map(ones.map((item) => [keyOf(item), item]));
  for (const other of others) {
    const one = all.get(keyOf(other));
    all.set(keyOf(other), one === undefined ? other : join(one, other));
  }
  return [...all.values()];
}

function withLevels(one: Factor, other: Factor): Factor {
  const levels = new Set<Level>([...one.levels, ...other.levels]);
  if (levels.size === one.levels.length) return one;
  const factor = { ...one, levels: [...levels], titles: { ...other.titles, ...one.titles } };
  // Sentences speak of levels from one to another.
  if (isNumeric(factor)) factor.levels.sort((a, b) => Number(a) - Number(b));
  return factor;
}

function withViews(one: CellRecord, other: CellRecord): CellRecord {
  return { ...one, views: [...new Set([...one.views, ...other.views])] };
}
