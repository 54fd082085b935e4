import { csvOf } from '../csv/comparisons';
import type { SeveralRun } from './parts';

/** The results of several runs, one comparison a row, with the name of its run in the first column. */
export function formatSeveralCsv(runs: readonly SeveralRun[]): string {
  return csvOf(
    runs.map(({ name, record, analysis }) => ({ record, analysis, lead: [name] })),
    ['run'],
  );
}
