import type { Analysis, Comparison } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Fold, foldsOf } from '../fold';
import { formatNumber, formatSigned } from '../words';
import { headingOf, rowLabel } from './heading';
import type { ReportTable, TableRow } from './table';

/** Whatever else was counted, a call: instructions, cycles, bytes. Undefined if nothing was. */
export function counterTable(record: RunRecord, { comparisons }: Analysis): ReportTable | undefined {
  const counted = comparisons.filter(({ baseline, candidate }) => namesOf(baseline.extra, candidate.extra).length > 0);
  if (counted.length === 0) return undefined;
  const folds = foldsOf(counted, record.experiment.factors);
  const views = new Set(counted.map(({ view }) => view));
  return {
    id: 'counters',
    title: 'Counted, for each call',
    about: aboutOf(counted),
    aligns: ['left', 'left', 'right', 'right', 'right', 'right'],
    sections: folds.map((fold) => ({
      title: `${headingOf(fold, record)}${views.size > 1 ? ` (${fold.comparisons[0]!.view})` : ''}`,
      head: [fold.factor?.title ?? '', 'what', 'A', 'B', 'B less A', '%'],
      rows: fold.comparisons.flatMap((comparison) => rowsOf(comparison, fold)),
    })),
  };
}

function aboutOf(counted: readonly Comparison[]): string {
  const why = counted.some(({ baseline }) => 'instructions' in baseline.extra)
    ? ' Instructions for each call do not depend on the clock, and tell why one costs more.'
    : '';
  return `Medians over blocks; of what some blocks do not have, all of it over all calls.${why}`;
}

function rowsOf(comparison: Comparison, fold: Fold): TableRow[] {
  const { baseline, candidate } = comparison;
  return namesOf(baseline.extra, candidate.extra).map((name, place) => {
    const [a, b] = [baseline.extra[name] ?? NaN, candidate.extra[name] ?? NaN];
    const share = a === 0 ? NaN : (100 * (b - a)) / a;
    return {
      cells: [
        place === 0 ? rowLabel(comparison, fold) : '',
        name,
        formatNumber(a),
        formatNumber(b),
        formatSigned(b - a),
        formatSigned(share),
      ],
    };
  });
}

function namesOf(...extras: readonly Readonly<Record<string, number>>[]): string[] {
  return [...new Set(extras.flatMap((extra) => Object.keys(extra)))];
}
