import type { Environment } from '../environment';

/** One of the runs that a run was put together of. */
export interface MergedRecord {
  readonly environment: Environment;
  /** The indices of its processes. */
  readonly processes: readonly number[];
}
