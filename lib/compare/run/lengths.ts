/** How long a block should take, all that it does beside the timed calls included. */
export const BLOCK_MS = 0.6;

const MIN_CALLS = 1;
const MAX_CALLS = 100_000;

/** Before anything is known of a cell. */
export const FIRST_CALLS = 1;

/** How many calls take so many milliseconds, at so many a call. */
export function callsFor(ms: number, msPerCall: number): number {
  return Math.min(MAX_CALLS, Math.max(MIN_CALLS, Math.round(ms / msPerCall)));
}
