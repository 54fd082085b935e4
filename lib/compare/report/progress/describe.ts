import type { Factor, Quantity } from '../../experiment';
import { formatDuration, formatNumber, formatSigned, labelOf, scaleOf } from '../words';
import type { LiveEstimate, Progress } from './progress';

/** What progress is told of: an experiment has it, and so has a record's. */
export interface Subject {
  readonly quantity: Quantity;
  readonly factors: readonly Factor[];
}

/** What is being done: `process 3 of 8, round 41`. */
export function activityOf({ process, processes, phase, round }: Progress): string {
  const which = processes > 1 ? `process ${process + 1} of ${processes}, ` : '';
  switch (phase) {
    case 'starting':
      return `${which}starting`;
    case 'warm-up':
      return `${which}warming up`;
    case 'rounds':
      return `${which}round ${round + 1}`;
  }
}

/** `20 s left`, or nothing as long as nobody knows. */
export function timeLeft(leftMs: number | undefined): string {
  if (leftMs === undefined || !Number.isFinite(leftMs)) return '';
  return leftMs < 99_500 ? `${Math.ceil(Math.max(leftMs, 0) / 1000)} s left` : `${formatDuration(leftMs)} left`;
}

/** What the figures look like so far: `tcp, 64 B: write less send +33.1 [28, 38] ns so far`. */
export function estimateText(estimate: LiveEstimate | undefined, { quantity, factors }: Subject): string {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return '';
  const { cell, baseline, candidate, value, low, high } = estimate;
  const { unit, per } = scaleOf(quantity.unit, [value, low, high]);
  const label = labelOf(factors, cell);
  const span = Number.isFinite(low) && Number.isFinite(high) ? ` [${formatNumber(low / per)}, ${formatNumber(high / per)}]` : '';
  const where = label === '' ? '' : `${label}: `;
  return `${where}${candidate} less ${baseline} ${formatSigned(value / per)}${span} ${unit} so far`;
}
