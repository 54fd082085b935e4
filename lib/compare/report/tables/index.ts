import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { callTable } from './calls';
import { comparisonTable } from './comparisons';
import { counterTable } from './counters';
import { outlierTable } from './outliers';
import { percentileTable } from './percentiles';
import type { ReportTable } from './table';
import { viewTables } from './views';

export { formatOutliers } from './outliers';
export { formatEstimate, headingOf, inFirstView, rowLabel } from './heading';
export type { ReportTable, Section, TableRow } from './table';

/** All tables of a report that have something in them, the results first. */
export function tablesOf(record: RunRecord, analysis: Analysis, wide: boolean): ReportTable[] {
  const all = [
    comparisonTable(record, analysis, wide),
    ...viewTables(record, analysis),
    counterTable(record, analysis),
    percentileTable(record, analysis, wide),
    callTable(record, analysis),
    outlierTable(record, analysis, wide),
  ];
  return all.filter(
    (table) => table !== undefined && table.sections.some(({ rows }) => rows.length > 0),
  ) as ReportTable[];
}
