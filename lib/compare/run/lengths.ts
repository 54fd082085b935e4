import type { BlockTimes } from './block-times';

/** How long a block should take, all that it does beside the timed calls included. */
const BLOCK_MS = 0.6;

/** The same in views that no verdict is on: they show a size, and the time is better spent on the first one. */
const OTHER_BLOCK_MS = BLOCK_MS / 3;

export function blockMs(isFirstView: boolean): number {
  return isFirstView ? BLOCK_MS : OTHER_BLOCK_MS;
}

/** Blocks of the warm-up are shorter than those that count: more of them in the same time tell more of a trend. */
const WARM_UP_PART = 1 / 20;

/** The calls of a block of the warm-up, of which those that count have so many. */
export function shortened(calls: number): number {
  return Math.ceil(calls * WARM_UP_PART);
}

/** How often each length is tried: the first time code is compiled, and other times something may disturb. */
const TRIES = 3;

/** How many times as long as the one before a length is. */
const GROWTH = 4;

/**
 * The lengths of the blocks that show what blocks take, which is known of each before the next one is asked for: one
 * call, and more and more of them, until the difference tells what a call takes. One call is tried anew beside each of
 * the others, because what a block takes beside its calls may change: queues that are filled grow.
 */
export function* trialLengths(times: BlockTimes): Generator<number, void, undefined> {
  for (let longer = GROWTH; !times.areTold; longer *= GROWTH) {
    times.forget();
    for (let left = TRIES; left > 0; left--) yield* [1, longer];
  }
}
