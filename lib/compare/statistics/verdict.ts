import type { Interval } from './interval';

/** What a run can say of a candidate against its baseline; `none` is not "equal", but "nothing that it can show". */
export type Verdict = 'more' | 'less' | 'none' | 'too few rounds';

/** How far from zero the baseline came out against itself: what is no larger may be the measurement's own doing. */
export function floorOf(control: Interval): number {
  return Math.max(Math.abs(control.low), Math.abs(control.high));
}

/** A difference is called one only if its whole interval lies beyond the floor, on one side of zero. */
export function verdictOf(difference: Interval | undefined, floor: number | undefined): Verdict {
  if (difference === undefined || floor === undefined) return 'too few rounds';
  if (difference.low > floor) return 'more';
  return difference.high < -floor ? 'less' : 'none';
}
