import type { Kind } from './sockets';
import type { Fd } from '../../lib';

/** How an option is tried: on which socket, what is set, and what is then read. */
export interface Sample {
  readonly on: Kind;
  /** What must be so before it is set or read. */
  readonly before?: (fd: Fd) => void;
  /** The value to set; absent for an option that is only read here. */
  readonly set?: unknown;
  /** What is then read, or a check of it; the value that was set, if absent. */
  readonly got?: unknown;
  /** Errnos for which the kernel has a good reason in some places; then it is skipped. */
  readonly or?: readonly string[];
  /** The errno that setting always gives. */
  readonly fails?: string;
  /** The length or the bytes to read with, where the value cannot be had without. */
  readonly ask?: number | Uint8Array;
}

/** The samples of a level, by the names of the options. */
export type Samples = Readonly<Record<string, Sample>>;

/** A check of what was read, where it is not known beforehand. */
export function where(check: (value: never) => boolean): (value: never) => boolean {
  return check;
}
