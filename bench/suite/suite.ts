/** One of those that are compared. */
export interface Contender {
  readonly name: string;
  /** Why it is not here on this machine; then it is not sampled. */
  readonly absent?: string | undefined;
  /** Measures once, in the suite's unit. */
  sample(): number | Promise<number>;
}

/** What a contender is to reach, over the baseline or another one. */
export interface Target {
  readonly contender: string;
  /** The one that it is compared with; the baseline if absent. */
  readonly of?: string;
  /** A difference in the suite's unit, or a ratio. */
  readonly over: 'difference' | 'ratio';
  /** For a unit of which less is better; the other one for a unit of which more is. */
  readonly atMost?: number;
  readonly atLeast?: number;
  /** For what is to be the same: how far a difference may be from 0, or a ratio from 1, either way. */
  readonly within?: number;
}

/** A question that is put to several contenders: one table. */
export interface Suite {
  readonly name: string;
  readonly title: string;
  /** What the reader of the table must know. */
  readonly notes: readonly string[];
  readonly unit: 'ns' | 'ms' | 'requests/s';
  /** In which figures of the unit are shown, if not in its usual way. */
  readonly decimals?: number;
  /** How many times the rounds that are asked for; once if absent. */
  readonly times?: number;
  /** The first is the baseline. */
  readonly contenders: readonly Contender[];
  readonly targets: readonly Target[];
}

export interface Settings {
  readonly rounds: number;
  /** Timed blocks in one process; a sample is their median. */
  readonly blocks: number;
  /** Operations in one block, in place of the case's own. */
  readonly operations?: number | undefined;
}
