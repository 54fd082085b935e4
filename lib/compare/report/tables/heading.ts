import type { Comparison, Estimate } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import type { Fold } from '../fold';
import { armTitle } from '../sentence';
import { type Scale, formatLevel, formatNumber, formatSigned, placeTitle } from '../words';

/** What the comparisons of a fold have in common: `TCP loopback: write() against send()`. */
export function headingOf({ factor, comparisons }: Fold, { experiment }: RunRecord): string {
  const { cell, baseline, candidate } = comparisons[0]!;
  const others = experiment.factors.filter((other) => other !== factor);
  const place = placeTitle(others, cell);
  const arms = `${armTitle(experiment, candidate.arm)} against ${armTitle(experiment, baseline.arm)}`;
  return place === '' ? arms : `${place}: ${arms}`;
}

/** The level of a fold's factor that makes its rows differ; without such a factor there is one row. */
export function rowLabel({ cell }: Comparison, { factor }: Fold): string {
  return factor === undefined ? 'all' : formatLevel(factor, cell[factor.name]);
}

/** `+25.9 [25.1, 26.6]`, in a scale's unit. */
export function formatEstimate({ value, interval }: Estimate, { per }: Scale): string {
  const text = formatSigned(value / per);
  return interval ? `${text} [${formatNumber(interval.low / per)}, ${formatNumber(interval.high / per)}]` : text;
}

/** The comparisons in the view that verdicts are on, or in all others. */
export function inFirstView(record: RunRecord, { index, view }: Comparison): boolean {
  return (record.experiment.cells[index]?.views[0] ?? view) === view;
}
