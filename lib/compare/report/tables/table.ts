import type { Verdict } from '../../analysis/comparison';

/** A table for any form of report: texts, ready to be shown. */
export interface ReportTable {
  /** `comparisons`. */
  readonly id: string;
  readonly title: string;
  /** What its columns are, in a sentence or a few. */
  readonly about: string;
  /** Of each column. */
  readonly aligns: readonly ('left' | 'right')[];
  readonly sections: readonly Section[];
}

/** Rows that have a heading of their own. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** The row's verdict, which is in its last cell. */
  readonly verdict?: Verdict;
}
