import type { RunRecord } from '../record';

/** Changes when a reader of the files would have to. */
export const SCHEMA = 2;

export const KIND = 'sockcall run';

/** A run as it is in a file. */
export interface StoredRun extends RunRecord {
  /** The version of this form. */
  readonly schema: typeof SCHEMA;
  readonly kind: typeof KIND;
}
