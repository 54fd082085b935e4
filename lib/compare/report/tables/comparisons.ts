import type { Analysis, Comparison } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Fold, foldsOf } from '../fold';
import { type Scale, formatNumber, formatSigned, scaleOf, VERDICTS } from '../words';
import { formatEstimate, headingOf, inFirstView, rowLabel } from './heading';
import type { ReportTable, Section, TableRow } from './table';

/** The results: a part for two arms in one place, in it a row for each size. `wide` has more columns. */
export function comparisonTable(record: RunRecord, analysis: Analysis, wide = false): ReportTable {
  const comparisons = analysis.comparisons.filter((comparison) => inFirstView(record, comparison));
  const folds = foldsOf(comparisons, record.experiment.factors);
  return {
    id: 'comparisons',
    title: 'Results',
    about:
      `A level is the mean over processes of each one's median over blocks; the shift is the Hodges–Lehmann estimate of candidate less baseline, with its ` +
      `${analysis.confidence} % interval, and the same in % of the baseline. A/A is how far from 0 the baseline came out ` +
      `against itself. δ is Cliff's delta, from −1 to 1.`,
    aligns: wide
      ? ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'left']
      : ['left', 'right', 'right', 'left', 'right', 'right', 'right', 'left'],
    sections: folds.map((fold) => sectionOf(fold, record, analysis.confidence, wide)),
  };
}

function sectionOf(fold: Fold, record: RunRecord, confidence: number, wide: boolean): Section {
  const { comparisons } = fold;
  const { unit } = record.experiment.quantity;
  const levels = scaleOf(
    unit,
    comparisons.flatMap(({ baseline, candidate }) => [baseline.value, candidate.value]),
  );
  const shifts = scaleOf(unit, comparisons.flatMap(spanOf));
  const units =
    levels.unit === shifts.unit ? `in ${levels.unit}` : `levels in ${levels.unit}, shifts in ${shifts.unit}`;
  const { baseline, candidate } = comparisons[0]!;
  const names = [baseline.arm, candidate.arm].every((arm) => wide || arm.length <= 8)
    ? [baseline.arm, candidate.arm]
    : ['A', 'B'];
  const named = names[0] === 'A' ? ` (B against A)` : '';
  return {
    title: `${headingOf(fold, record)}${named}, ${units}`,
    head: [
      fold.factor?.title ?? '',
      ...names,
      `shift [${confidence} %]`,
      '%',
      'A/A',
      'δ',
      ...(wide ? ['p (Holm)', 'too small'] : []),
      'verdict',
    ],
    rows: comparisons.map((comparison) => rowOf(comparison, { fold, levels, shifts, wide })),
  };
}

/** All that is shown in the shifts' unit. */
function spanOf({ shift, floor }: Comparison): number[] {
  return [shift.value, floor ?? 0, ...(shift.interval ? [shift.interval.low, shift.interval.high] : [])];
}

interface RowContext {
  readonly fold: Fold;
  readonly levels: Scale;
  readonly shifts: Scale;
  readonly wide: boolean;
}

function rowOf(comparison: Comparison, { fold, levels, shifts, wide }: RowContext): TableRow {
  const { baseline, candidate, shift, percent, floor, delta, verdict, adjusted, band } = comparison;
  return {
    cells: [
      rowLabel(comparison, fold),
      formatNumber(baseline.value / levels.per),
      formatNumber(candidate.value / levels.per),
      formatEstimate(shift, shifts),
      wide && percent ? formatEstimate(percent, { unit: '%', per: 1 }) : formatSigned(percent?.value ?? NaN),
      formatNumber((floor ?? NaN) / shifts.per),
      formatDelta(delta),
      ...(wide ? [formatP(adjusted), formatNumber(band / shifts.per)] : []),
      verdict ? VERDICTS[verdict] : '',
    ],
    ...(verdict ? { verdict } : {}),
  };
}

function formatDelta(delta: number): string {
  return Number.isFinite(delta) ? (Number(delta.toFixed(2)) + 0).toFixed(2) : '?';
}

function formatP(p: number | undefined): string {
  if (!Number.isFinite(p)) return '?';
  return p! < 0.001 ? '<0.001' : p!.toFixed(3);
}
