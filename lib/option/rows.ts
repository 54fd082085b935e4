import type { Availability } from '../core/constant/row';
import { groups } from '../core/constant/table';
import type { LevelName } from '../core/option/brand';
import { type ShapeName, shapes } from '../core/option/shapes';

/** One option, with all that is known of it: what a list for people shows, and what the tests go through. */
export interface OptionRow {
  readonly name: string;
  readonly levels: readonly LevelName[];
  readonly on: Availability;
  readonly meaning: string;
  readonly shape: ShapeName;
  /** Its value in short. */
  readonly value: string;
  /** What is possible alone, if not both. */
  readonly access: 'read' | 'write' | undefined;
  /** For a second name of an option. */
  readonly alias: string | undefined;
}

/** Every option that has a shape, in the order of the tables of constants. */
export const optionRows: readonly OptionRow[] = groups.flatMap((group) =>
  group.rows.flatMap(([name, on, meaning, { shape, access, alias, levels = [group.level!] } = {}]) =>
    shape === undefined ? [] : [{ name, levels, on, meaning, shape, value: shapes[shape].text, access, alias }],
  ),
);
