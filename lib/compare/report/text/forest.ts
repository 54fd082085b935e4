import type { Comparison } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { foldsOf } from '../fold';
import { headingOf, rowLabel } from '../tables';
import { formatNumber, scaleOf } from '../words';
import type { Characters } from './characters';
import type { Paint } from '../paint';
import { clip } from './wrap';

const LABEL = 12;
/** So much farther than the usual bound a bound may lie and still be on the plot. */
const REACH = 6;

/** All shifts with their intervals around zero, on one scale. */
export function forest(
  record: RunRecord,
  comparisons: readonly Comparison[],
  { width, paint, characters }: { width: number; paint: Paint; characters: Characters },
): string[] {
  const shown = comparisons.filter(({ shift }) => Number.isFinite(shift.value));
  if (shown.length === 0) return [];
  const axis = axisOf(shown, width - LABEL - 1);
  const lines = foldsOf(shown, record.experiment.factors).flatMap((fold) => [
    paint('dim', clip(headingOf(fold, record), width)),
    ...fold.comparisons.map((comparison) => {
      const label = clip(rowLabel(comparison, fold), LABEL).padEnd(LABEL);
      return `${label} ${row(comparison, axis, characters).trimEnd()}`;
    }),
  ]);
  return [...lines, ...scaleLines(axis, record.experiment.quantity.unit, characters)];
}

interface Axis {
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

function axisOf(comparisons: readonly Comparison[], width: number): Axis {
  const bounds = comparisons.flatMap(({ shift }) =>
    shift.interval ? [shift.interval.low, shift.interval.high] : [shift.value],
  );
  const sizes = bounds
    .filter(Number.isFinite)
    .map(Math.abs)
    .sort((one, other) => one - other);
  const far = REACH * (sizes[Math.floor(sizes.length / 2)] || sizes.at(-1) || 1);
  const margins = comparisons.map(marginOf).flatMap((margin) => [-margin, margin]);
  const inside = [...bounds, ...margins].filter((bound) => Math.abs(bound) <= far);
  return { low: Math.min(0, ...inside), high: Math.max(0, ...inside), width };
}

/** The column of a value, which may lie outside. */
function columnOf(value: number, { low, high, width }: Axis): number {
  return high === low ? 0 : Math.round(((value - low) / (high - low)) * (width - 1));
}

/** What is no larger may be the measurement's own doing, or does not matter. */
function marginOf({ floor, band }: Comparison): number {
  return Math.max(Number.isFinite(floor) ? floor! : 0, Number.isFinite(band) ? band : 0);
}

function row(comparison: Comparison, axis: Axis, characters: Characters): string {
  const { shift } = comparison;
  const margin = marginOf(comparison);
  const cells = Array<string>(axis.width).fill(' ');
  const put = (column: number, character: string): void => {
    if (column >= 0 && column < axis.width) cells[column] = character;
  };
  const fill = (low: number, high: number, character: string): void => {
    const [from, to] = [Math.max(columnOf(low, axis), 0), Math.min(columnOf(high, axis), axis.width - 1)];
    for (let column = from; column <= to; column++) put(column, character);
  };
  if (margin > 0) fill(-margin, margin, characters.band);
  put(columnOf(0, axis), characters.zero);
  if (shift.interval) fill(shift.interval.low, shift.interval.high, characters.line);
  put(columnOf(shift.value, axis), characters.point);
  if ((shift.interval?.low ?? shift.value) < axis.low) put(0, characters.before);
  if ((shift.interval?.high ?? shift.value) > axis.high) put(axis.width - 1, characters.after);
  return cells.join('');
}

/** The numbers under the plot, at their places. */
function scaleLines(axis: Axis, unit: string, characters: Characters): string[] {
  const { unit: shown, per } = scaleOf(unit, [axis.low, axis.high]);
  const values = [axis.low, 0, axis.high].filter((value, index, all) => all.indexOf(value) === index);
  const line = Array<string>(axis.width).fill(' ');
  let free = 0;
  for (const value of values) {
    const text = value === axis.high ? `${formatNumber(value / per)} ${shown}` : formatNumber(value / per);
    const start = Math.max(
      Math.min(columnOf(value, axis) - (value === axis.high ? text.length - 1 : 0), axis.width - text.length),
      0,
    );
    if (start < free) continue;
    for (const [offset, character] of [...text].entries()) line[start + offset] = character;
    free = start + text.length + 1;
  }
  const key = `${characters.point} shift, ${characters.line} interval, ${characters.band} within the A/A floor or too small to matter`;
  return [`${' '.repeat(LABEL + 1)}${line.join('').trimEnd()}`, key];
}
