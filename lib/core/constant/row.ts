import type { LevelName } from '../option/brand';
import type { ShapeName } from '../option/shapes';

/**
 * Where a constant is defined. POSIX is any edition up to 2024, whose newest names not every system has. `Linux, BSD` is what both have although POSIX does not ask for it; BSD includes macOS.
 */
export type Availability = 'POSIX' | 'Linux' | 'BSD' | 'Linux, BSD';

export interface RowOptions {
  /** The TypeScript type of the exported constant; the group's type if absent. */
  readonly type?: string;
  /** The preprocessor condition under which the name exists; `defined(NAME)` if absent. For enumerators that no macro announces. */
  readonly when?: string;
  /** For a second name of one value: the canonical name, where the platform gives both the same value. */
  readonly alias?: string;
  /** For a socket option: the shape of its value, and whether it can only be read or only be set. */
  readonly shape?: ShapeName;
  readonly access?: 'read' | 'write';
  /** For an option that several levels have, or another than its group. */
  readonly levels?: readonly LevelName[];
}

/** One constant: its name, where it exists, and one line of meaning. */
export type Row = readonly [name: string, on: Availability, meaning: string, options?: RowOptions];

/** Constants that belong together and share a type, in the order in which they are listed. */
export interface Group {
  /** The word for the group, which also names its generated file. */
  readonly group: string;
  readonly title: string;
  /** The TypeScript type of each constant of the group, unless its row says otherwise. */
  readonly type: string;
  /** The level of the options of this group, by the name of its constant. */
  readonly level?: LevelName;
  readonly rows: readonly Row[];
}
