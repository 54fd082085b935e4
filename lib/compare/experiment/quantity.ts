/** What is measured. */
export interface Quantity {
  /** `time of a call`. */
  readonly name: string;
  /** Of one value: `ns`, `B`. */
  readonly unit: string;
  /** What of two arms the better one has. */
  readonly better: 'less' | 'more';
  /** The verbs for a sentence: "write() costs 33 ns more than send()"; `takes`, `moves`. */
  readonly verb: string;
  /** What is too small to matter, in the quantity's unit and in percent of the baseline; the larger of both counts. */
  readonly band: { readonly absolute: number; readonly percent: number };
}
