import type { Estimate, Interval, Verdict } from './comparison';

/** Below this, after Holm's correction, a difference is believed. */
export const ALPHA = 0.05;

/** How far from zero the baseline may have come out against itself: what is no larger may be the measurement's own doing. */
export function floorOf(control: Interval): number {
  return Math.max(Math.abs(control.low), Math.abs(control.high));
}

/** What a verdict is made of. */
export interface Findings {
  readonly shift: Estimate;
  readonly adjusted: number | undefined;
  readonly floor: number | undefined;
  readonly band: number;
}

export function verdictOf({ shift: { interval }, adjusted, floor, band }: Findings): Verdict {
  if (interval === undefined || adjusted === undefined || floor === undefined) return 'too few';
  if (-band <= interval.low && interval.high <= band) return 'negligible';
  if (adjusted >= ALPHA) return 'none';
  const least = Math.max(floor, band);
  if (interval.low > least) return 'more';
  return interval.high < -least ? 'less' : 'none';
}
