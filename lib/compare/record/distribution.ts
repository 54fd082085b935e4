/** How often each single value was seen, over all processes and rounds; values have three significant digits or more. */
export interface DistributionRecord {
  readonly cell: number;
  readonly arm: string;
  readonly view: string;
  /** `value`, or `corrected` and `uncorrected` for coordinated omission. */
  readonly kind: string;
  /** Value and count, by ascending value; what measuring adds is still in it. */
  readonly counts: readonly (readonly [value: number, count: number])[];
}
