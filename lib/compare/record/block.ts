/** One block as it was measured: a row of raw data. */
export interface BlockRecord {
  /** The index of the process that measured it. */
  readonly process: number;
  readonly round: number;
  /** The place in the order of its round, from 0. */
  readonly position: number;
  /** The index of its cell. */
  readonly cell: number;
  readonly arm: string;
  /** True for the baseline's second block of the round, the A/A control. */
  readonly control: boolean;
  readonly view: string;
  readonly calls: number;
  /** In the quantity's unit, over all calls, what measuring adds still in it. */
  readonly total: number;
  readonly short: number;
  readonly failed: number;
  readonly extra?: Readonly<Record<string, number>>;
}
