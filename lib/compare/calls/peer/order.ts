import type { Report, Terms } from '../party';

/** What is said to a peer, a line each. */
export type Order =
  /** Take these ends of pairs, and give back those of before. A process gets the descriptors themselves with the line. */
  | { readonly order: 'take'; readonly fds: readonly number[] }
  /** Do your part of a block, at an end by its place among those that were taken. */
  | { readonly order: 'party'; readonly end: number; readonly terms: Terms }
  /** Leave off: the block is over. It is not answered. */
  | { readonly order: 'leave' };

/** What a peer says. */
export type Answer =
  { readonly ready: true } | { readonly failed: string } | { readonly taken: number } | { readonly report: Report };
