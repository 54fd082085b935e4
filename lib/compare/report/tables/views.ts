import type { Analysis, Comparison } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { foldsOf } from '../fold';
import { formatNumber, formatSigned, scaleOf } from '../words';
import { formatEstimate, headingOf, inFirstView, rowLabel } from './heading';
import type { ReportTable } from './table';

/**
 * What the other views saw, each a table; with what they add to the baseline's level in the first. Times of views that
 * count something are left out: counting is what they are for, and disturbs them.
 */
export function viewTables(record: RunRecord, { comparisons, confidence }: Analysis): ReportTable[] {
  const others = comparisons.filter(
    (comparison) => !inFirstView(record, comparison) && Object.keys(comparison.baseline.extra).length === 0,
  );
  return [...new Set(others.map(({ view }) => view))].map((view) => ({
    id: `view-${view}`,
    title: view === 'javascript' ? 'As JavaScript sees it' : `In the view “${view}”`,
    about:
      'Measured in blocks of their own. The last column is what this view sees of the baseline beyond what the first view ' +
      `sees: what the way there costs. Shifts with their ${confidence} % interval.`,
    aligns: ['left', 'right', 'right', 'left', 'right', 'right'],
    sections: foldsOf(
      others.filter((comparison) => comparison.view === view),
      record.experiment.factors,
    ).map((fold) => {
      const values = fold.comparisons.flatMap(({ baseline, candidate }) => [baseline.value, candidate.value]);
      const scale = scaleOf(record.experiment.quantity.unit, values);
      return {
        title: `${headingOf(fold, record)}, in ${scale.unit}`,
        head: [fold.factor?.title ?? '', 'A', 'B', `shift [${confidence} %]`, '%', 'adds to A'],
        rows: fold.comparisons.map((comparison) => {
          const { baseline, candidate, shift, percent } = comparison;
          const added = baseline.value - (firstViewOf(comparison, comparisons, record)?.baseline.value ?? NaN);
          return {
            cells: [
              rowLabel(comparison, fold),
              formatNumber(baseline.value / scale.per),
              formatNumber(candidate.value / scale.per),
              formatEstimate(shift, scale),
              formatSigned(percent?.value ?? NaN),
              formatSigned(added / scale.per),
            ],
          };
        }),
      };
    }),
  }));
}

function firstViewOf(
  { index, candidate }: Comparison,
  comparisons: readonly Comparison[],
  record: RunRecord,
): Comparison | undefined {
  return comparisons.find(
    (other) => other.index === index && other.candidate.arm === candidate.arm && inFirstView(record, other),
  );
}
