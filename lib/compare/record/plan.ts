/** How a run is to be made. */
export interface Plan {
  readonly seed: number;
  /** Milliseconds for all together; null if only the rounds count. */
  readonly budgetMs: number | null;
  /** Rounds in each process; null if only budget and width count. */
  readonly rounds: number | null;
  readonly processes: number;
  /** Stop when every interval is at most so wide, from end to end, in the quantity's unit; null if none is asked for. */
  readonly width: number | null;
}
