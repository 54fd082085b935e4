import type { RunRecord } from '../record';
import { estimateOf, hodgesLehmann, scatterError, unitsOf } from '../statistics';
import { BlockTable } from './block-table';
import { type Pair, pairsOf } from './pairs';

/** How well a comparison is known so far. */
export interface Width {
  readonly cell: number;
  readonly candidate: string;
  /** The shift so far; NaN if there is no round yet that has both. */
  readonly value: number;
  /** Of its interval, from end to end, in the quantity's unit; Infinity if there are too few rounds for one. */
  readonly width: number;
}

/**
 * How wide the interval of every comparison is so far, in the view that verdicts are on: for stop rules and live displays.
 *
 * No bootstrap: each process (or stretch, if there is one process) is estimated alone, and the error is told from how these
 * scatter. It is close to the interval of `analyse`, but not the same. Its time is in proportion to the blocks: a
 * millisecond for some 2000 of them.
 *
 * Who stops as soon as the widths are small stops more often where they are small by chance, and then holds the truth less
 * often than claimed: so ask when a process has ended, and not before there are five.
 */
export function widths({ experiment, blocks }: Pick<RunRecord, 'experiment' | 'blocks'>): Width[] {
  const table = new BlockTable(blocks);
  return experiment.cells.flatMap(({ contest, views }, cell) =>
    contest.candidates.flatMap((candidate) => {
      const view = views[0];
      if (view === undefined) return [];
      const pairs = pairsOf(table.of({ cell, view }, contest.baseline), table.of({ cell, view }, candidate));
      return [{ cell, candidate, ...widthOf(pairs) }];
    }),
  );
}

function widthOf(processes: readonly (readonly Pair[])[]): Pick<Width, 'value' | 'width'> {
  const value = centreOf(processes.flat());
  const units = unitsOf(processes);
  if (units === undefined) return { value, width: Infinity };
  const found = units.units.map((unit) => ({ value: centreOf(unit), weight: unit.length }));
  const { interval } = estimateOf(value, scatterError(found, value), units.effective - 1);
  return { value, width: interval!.high - interval!.low };
}

function centreOf(pairs: readonly Pair[]): number {
  return hodgesLehmann(pairs.map(({ difference }) => difference));
}
