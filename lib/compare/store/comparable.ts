import { differencesOf } from '../differences';
import { type Cell, cellKey } from '../experiment';
import type { CellRecord, RunRecord } from '../record';

/** Why two runs must not be compared, in a sentence each; none if they may. */
export function comparable(a: RunRecord, b: RunRecord): string[] {
  const [one, other] = [a.experiment, b.experiment];
  if (one.name !== other.name) return [`they are of different experiments, ${one.name} and ${other.name}`];
  if (one.quantity.name !== other.quantity.name || one.quantity.unit !== other.quantity.unit) {
    return [`they measured different things, ${quantityOf(a)} and ${quantityOf(b)}`];
  }
  const reasons = differencesOf(one.settings, other.settings).map(
    (each) => `they were made with different settings: ${each.name} ${each.one} and ${each.other}`,
  );
  const pairs = commonCells(one.cells, other.cells);
  if (pairs.length === 0) reasons.push('they have no conditions in common');
  for (const [mine, its] of pairs) reasons.push(...contestsThatDiffer(mine, its));
  return [...new Set(reasons)];
}

function quantityOf({ experiment: { quantity } }: RunRecord): string {
  return `${quantity.name} in ${quantity.unit}`;
}

/** The cells that both have. */
export function commonCells(a: readonly CellRecord[], b: readonly CellRecord[]): [CellRecord, CellRecord][] {
  const others = new Map(b.map((each) => [cellKey(each.cell), each]));
  return a.flatMap((each): [CellRecord, CellRecord][] => {
    const other = others.get(cellKey(each.cell));
    return other === undefined ? [] : [[each, other]];
  });
}

function contestsThatDiffer(a: CellRecord, b: CellRecord): string[] {
  if (a.contest.baseline !== b.contest.baseline) {
    const both = `${a.contest.baseline} and ${b.contest.baseline}`;
    return [`they compare with different arms, ${both}${where(a.cell)}`];
  }
  const missing = (from: CellRecord, to: CellRecord): string[] =>
    from.contest.candidates.filter((arm) => !to.contest.candidates.includes(arm));
  return [...missing(a, b), ...missing(b, a)].map((arm) => `only one of them has the arm ${arm}${where(a.cell)}`);
}

function where(cell: Cell): string {
  const levels = Object.entries(cell).map(([factor, level]) => `${factor} ${String(level)}`);
  return levels.length === 0 ? '' : ` (${levels.join(', ')})`;
}
