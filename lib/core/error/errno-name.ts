import type { ERRNO_ALIASES, ERRNO_NAMES } from '../constant/generated/errno';

/** The canonical name of an errno: for numbers with two names, the one that errors carry. */
export type ErrnoName = (typeof ERRNO_NAMES)[number];

/** A second name of an errno, accepted wherever a name is. */
export type ErrnoAlias = (typeof ERRNO_ALIASES)[number];
