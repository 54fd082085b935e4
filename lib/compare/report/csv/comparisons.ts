import type { Analysis, Comparison, Estimate, LevelOf, Percentiles } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Field, csvRow } from './row';

/** The results, one comparison a row, tidy: each factor, figure and bound a column. Figures are not rounded. */
export function formatCsv(record: RunRecord, analysis: Analysis): string {
  return csvOf([{ record, analysis, lead: [] }], []);
}

/** A run, its results, and what its rows have in their first columns. */
interface Source {
  readonly record: RunRecord;
  readonly analysis: Analysis;
  readonly lead: readonly Field[];
}

/** The same of runs of one experiment, with more columns first. */
export function csvOf(sources: readonly Source[], leadNames: readonly string[]): string {
  const { experiment } = sources[0]!.record;
  const factors = [...new Set(sources.flatMap(({ record }) => record.experiment.factors.map(({ name }) => name)))];
  const levels = sources.flatMap(({ analysis }) =>
    analysis.comparisons.flatMap(({ baseline, candidate }) => [baseline, candidate]),
  );
  const kinds = [...new Set(levels.flatMap(({ percentiles }) => Object.keys(percentiles)))];
  const extras = [...new Set(levels.flatMap(({ extra }) => Object.keys(extra)))];
  const columns = columnsOf(kinds, extras);
  const head = [
    ...leadNames,
    'experiment',
    ...factors,
    'view',
    'unit',
    'confidence_percent',
    ...columns.map(([name]) => name),
  ];
  const rows = sources.flatMap(({ analysis, lead }) =>
    analysis.comparisons.map((comparison) =>
      csvRow([
        ...lead,
        experiment.name,
        ...factors.map((name) => comparison.cell[name]),
        comparison.view,
        experiment.quantity.unit,
        analysis.confidence,
        ...columns.map(([, of]) => of(comparison)),
      ]),
    ),
  );
  return csvRow(head) + rows.join('');
}

type Column = readonly [name: string, of: (comparison: Comparison) => Field];

function columnsOf(kinds: readonly string[], extras: readonly string[]): Column[] {
  return [
    ...levelColumns('baseline', ({ baseline }) => baseline, kinds, extras),
    ...levelColumns('candidate', ({ candidate }) => candidate, kinds, extras),
    ...estimateColumns('shift', ({ shift }) => shift),
    ...estimateColumns('percent', ({ percent }) => percent),
    ...estimateColumns('control', ({ control }) => control),
    ['floor', ({ floor }) => floor],
    ['band', ({ band }) => band],
    ['cliffs_delta', ({ delta }) => delta],
    ['p', ({ p }) => p],
    ['p_adjusted', ({ adjusted }) => adjusted],
    ['verdict', ({ verdict }) => verdict],
  ];
}

function estimateColumns(name: string, of: (comparison: Comparison) => Estimate | undefined): Column[] {
  return [
    [name, (comparison) => of(comparison)?.value],
    [`${name}_low`, (comparison) => of(comparison)?.interval?.low],
    [`${name}_high`, (comparison) => of(comparison)?.interval?.high],
  ];
}

const PERCENTILES: readonly (keyof Percentiles)[] = ['count', 'p50', 'p90', 'p99', 'p999', 'p9999', 'max'];

function levelColumns(
  role: string,
  of: (comparison: Comparison) => LevelOf,
  kinds: readonly string[],
  extras: readonly string[],
): Column[] {
  return [
    [role, (comparison) => of(comparison).arm],
    [`${role}_level`, (comparison) => of(comparison).value],
    [`${role}_calls`, (comparison) => of(comparison).calls],
    [`${role}_short`, (comparison) => of(comparison).short],
    [`${role}_failed`, (comparison) => of(comparison).failed],
    [`${role}_blocks`, (comparison) => of(comparison).outliers.blocks],
    [`${role}_outliers_mild`, (comparison) => of(comparison).outliers.mild],
    [`${role}_outliers_severe`, (comparison) => of(comparison).outliers.severe],
    ...kinds.flatMap((kind) =>
      PERCENTILES.map((name): Column => [`${role}_${kind}_${name}`, (row) => of(row).percentiles[kind]?.[name]]),
    ),
    ...extras.map((name): Column => [`${role}_${name}`, (row) => of(row).extra[name]]),
  ];
}
