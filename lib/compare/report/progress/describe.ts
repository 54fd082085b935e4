import type { Factor, Quantity } from '../../experiment';
import { formatDuration, formatNumber, formatSigned, labelOf, scaleOf } from '../words';
import type { LiveEstimate, Progress } from '../../run/progress';

/** What progress is told of: an experiment has it, and so has a record's. */
export interface Subject {
  readonly quantity: Quantity;
  readonly factors: readonly Factor[];
}

/** What is being done: `process 3 of 8, round 41`. */
function activityOf({ process, processes, phase, round }: Progress): string {
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

/** The same in few characters: `3/8, round 41`. */
function shortActivity({ process, processes, phase, round }: Progress): string {
  const which = processes > 1 ? `process ${process + 1}/${processes}, ` : '';
  if (phase === 'rounds') return `${which}round ${round + 1}`;
  return `${which}${phase === 'starting' ? phase : 'warming up'}`;
}

/** All in one line of few characters: `process 3/8, round 41; 41 s left; tcp, 64 B: write +33.1 +-5.0 ns`. */
export function shortText(progress: Progress, subject: Subject): string {
  return listed(shortActivity(progress), timeLeft(progress.leftMs), shortEstimate(progress.estimate, subject));
}

/** All in a sentence that needs no explanation. */
export function fullText(progress: Progress, subject: Subject): string {
  return listed(activityOf(progress), timeLeft(progress.leftMs), estimateText(progress.estimate, subject));
}

function listed(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

function shortEstimate(estimate: LiveEstimate | undefined, { quantity, factors }: Subject): string {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return '';
  const { cell, candidate, value, low, high } = estimate;
  const { unit, per } = scaleOf(quantity.unit, [value, low, high]);
  const half = (high - low) / 2;
  const span = Number.isFinite(half) ? ` +-${formatNumber(half / per)}` : '';
  const label = labelOf(factors, cell);
  return `${label === '' ? '' : `${label}: `}${candidate} ${formatSigned(value / per)}${span} ${unit}`;
}

/** `20 s left`, or nothing as long as nobody knows. */
function timeLeft(leftMs: number | undefined): string {
  if (leftMs === undefined || !Number.isFinite(leftMs)) return '';
  return leftMs < 99_500 ? `${Math.ceil(Math.max(leftMs, 0) / 1000)} s left` : `${formatDuration(leftMs)} left`;
}

/** What the figures look like so far: `tcp, 64 B: write less send +33.1 [28, 38] ns so far`. */
function estimateText(estimate: LiveEstimate | undefined, { quantity, factors }: Subject): string {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return '';
  const { cell, baseline, candidate, value, low, high } = estimate;
  const { unit, per } = scaleOf(quantity.unit, [value, low, high]);
  const label = labelOf(factors, cell);
  const span =
    Number.isFinite(low) && Number.isFinite(high) ? ` [${formatNumber(low / per)}, ${formatNumber(high / per)}]` : '';
  const where = label === '' ? '' : `${label}: `;
  return `${where}${candidate} less ${baseline} ${formatSigned(value / per)}${span} ${unit} so far`;
}
