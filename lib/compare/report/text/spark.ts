import type { Comparison } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { foldsOf } from '../fold';
import { headingOf } from '../tables';
import { formatLevel, formatNumber, scaleOf } from '../words';
import type { Characters } from './characters';
import { clip } from './wrap';

/** With fewer sizes there is no curve to be seen. */
const ENOUGH = 3;
const LABEL = 50;

/** How the shift goes with the size: a few characters for each two arms in each place. */
export function sparks(
  record: RunRecord,
  comparisons: readonly Comparison[],
  { width, characters }: { width: number; characters: Characters },
): string[] {
  const folds = foldsOf(comparisons, record.experiment.factors).filter(
    (fold) => fold.factor !== undefined && fold.comparisons.length >= ENOUGH,
  );
  const lines = folds.map((fold) => {
    const values = fold.comparisons.map(({ shift }) => shift.value);
    const { unit, per } = scaleOf(record.experiment.quantity.unit, values);
    const [first, last] = [values[0]!, values.at(-1)!].map((value) => formatNumber(value / per));
    const text = `${sparkline(values, characters.bars)}  ${first} … ${last} ${unit}`;
    return clip(`${clip(headingOf(fold, record), LABEL).padEnd(LABEL)} ${text}`, width);
  });
  if (folds.length === 0) return [];
  const { factor, comparisons: own } = folds[0]!;
  const [from, to] = [own[0]!, own.at(-1)!].map(({ cell }) => formatLevel(factor!, cell[factor!.name]));
  return [`Shift by ${factor!.title}, from ${from} to ${to}:`, ...lines];
}

/** From zero or the least value up to the greatest. */
function sparkline(values: readonly number[], bars: string): string {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const last = bars.length - 1;
  return values
    .map((value) => {
      if (!Number.isFinite(value)) return ' ';
      return bars[high === low ? 0 : Math.round(((value - low) / (high - low)) * last)]!;
    })
    .join('');
}
