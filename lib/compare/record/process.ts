/** One of the processes that measured. */
export interface ProcessRecord {
  readonly index: number;
  readonly pid: number;
  /** The whole rounds that it made. */
  readonly rounds: number;
  readonly warmUp: {
    readonly ms: number;
    /** Whether the change-point test found the latest blocks of every cell steady before the warm-up ended. */
    readonly steady: boolean;
    /** The indices of the cells of which it did not. */
    readonly unsteady: readonly number[];
  };
  /** The calls of a block, by cell. */
  readonly lengths: readonly number[];
  /** What measuring added to each value, a figure a round, by view. */
  readonly overhead: Readonly<Record<string, readonly number[]>>;
  readonly elapsedMs: number;
  /** How it ended, if not well. */
  readonly failure?: string;
}
