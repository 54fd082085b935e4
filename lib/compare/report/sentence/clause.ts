import type { Comparison, Verdict } from '../../analysis/comparison';
import type { Quantity } from '../../experiment';
import { LONG, formatInterval, formatRange, scaleOf } from '../words';

/** Everything that the words of a clause depend on. */
export interface Clause {
  /** All of one verdict. */
  readonly comparisons: readonly Comparison[];
  readonly verdict: Verdict;
  readonly quantity: Quantity;
  /** In percent. */
  readonly confidence: number;
  /** How the arms read. */
  readonly a: string;
  readonly b: string;
  /** Where, with a space before it: ` at 64 B`; empty if the sentence has said so. */
  readonly where: string;
}

/** What is to be said of two arms where one verdict holds. */
export function clauseOf(clause: Clause): string {
  const { verdict, a, b, where } = clause;
  switch (verdict) {
    case 'more':
    case 'less': {
      const { amount, rest } = figuresOf(clause);
      return `${b} ${clause.quantity.verb} ${amount} ${verdict} than ${a}${where}${rest}`;
    }
    case 'negligible':
      return `${b} and ${a} differ${where} by too little to matter${marginOf(clause)}`;
    case 'none':
      return `this run can show no difference between ${b} and ${a}${where}${spanOf(clause)}`;
    case 'too few':
      return `there are too few rounds to tell ${b} from ${a}${where}`;
  }
}

/** The amount, and in brackets the share and the interval: absolute figures, because "more" and "less" have the sign. */
function figuresOf({ comparisons, quantity, confidence, verdict }: Clause): { amount: string; rest: string } {
  const sign = verdict === 'less' ? -1 : 1;
  const values = comparisons.map(({ shift }) => sign * shift.value);
  const bounds = boundsOf(comparisons).map((bound) => sign * bound);
  const { unit, per } = scaleOf(quantity.unit, [...values, ...bounds], LONG);
  const inUnit = (figures: readonly number[]): string => formatRange(figures.map((figure) => figure / per));
  const percent = comparisons.map((comparison) => sign * (comparison.percent?.value ?? NaN)).filter(Number.isFinite);
  const figures = [
    ...(percent.length > 0 ? [`${formatRange(percent)} %`] : []),
    ...(bounds.length > 0
      ? [`${intervalWord(comparisons, confidence)} ${formatInterval(bounds.map((bound) => bound / per))}`]
      : []),
  ];
  return { amount: `${inUnit(values)} ${unit}`, rest: figures.length > 0 ? ` (${figures.join(', ')})` : '' };
}

/** The interval alone: a value that is none would only be believed. */
function spanOf({ comparisons, quantity, confidence }: Clause): string {
  const bounds = boundsOf(comparisons);
  if (bounds.length === 0) return '';
  const { unit, per } = scaleOf(quantity.unit, bounds, LONG);
  return ` (${intervalWord(comparisons, confidence)} ${formatInterval(bounds.map((bound) => bound / per))} ${unit})`;
}

function marginOf(clause: Clause): string {
  const { comparisons, quantity, confidence } = clause;
  const bounds = boundsOf(comparisons);
  const bands = comparisons.map(({ band }) => band);
  const { unit, per } = scaleOf(quantity.unit, [...bounds, ...bands], LONG);
  const inUnit = (figures: readonly number[]): number[] => figures.map((figure) => figure / per);
  const interval = formatInterval(inUnit(bounds));
  const span = bounds.length > 0 ? `${intervalWord(comparisons, confidence)} ${interval} ${unit}, ` : '';
  return ` (${span}while less than ${formatRange(inUnit(bands))} ${unit} does not matter)`;
}

function boundsOf(comparisons: readonly Comparison[]): number[] {
  return comparisons
    .flatMap(({ shift }) => (shift.interval ? [shift.interval.low, shift.interval.high] : []))
    .filter(Number.isFinite);
}

function intervalWord({ length }: readonly Comparison[], confidence: number): string {
  return length > 1 ? `${confidence} % intervals within` : `${confidence} % interval`;
}
