/** How long a block should take, all that it does beside the timed calls included. */
const BLOCK_MS = 0.6;

/** The same in views that no verdict is on: they show a size, and the time is better spent on the first one. */
const OTHER_BLOCK_MS = BLOCK_MS / 3;

/** Blocks of the warm-up are shorter than those that count: more of them in the same time tell more of a trend. */
export const WARM_UP_PART = 1 / 6;

export function blockMs(isFirstView: boolean): number {
  return isFirstView ? BLOCK_MS : OTHER_BLOCK_MS;
}

const MIN_CALLS = 1;
const MAX_CALLS = 100_000;

/** Before anything is known of a cell. */
export const FIRST_CALLS = 1;

/** How many calls take so many milliseconds, at so many a call. */
export function callsFor(ms: number, msPerCall: number): number {
  return Math.min(MAX_CALLS, Math.max(MIN_CALLS, Math.round(ms / msPerCall)));
}
