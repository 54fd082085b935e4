import { median } from 'simple-statistics';
import type { ArmName } from './arm';
import type { Cell } from './cell';
import { directions } from './direction';
import { Random } from './random';
import type { Run } from './run';
import { type Series, SeriesTable } from './series';
import { type Estimate, type Verdict, bootstrap, floorOf, medianOver, verdictOf } from './statistics';
import type { Draw } from './statistics/resample';

/** What a call costs: the median over its blocks, less the clock's cost. */
export interface Level {
  readonly arm: ArmName;
  readonly ns: number;
}

/** A candidate against its baseline in one cell. */
export interface Comparison {
  readonly cell: Cell;
  readonly baseline: Level;
  readonly candidate: Level;
  /** The median of the rounds' paired differences, candidate less baseline, in nanoseconds a call. */
  readonly difference: Estimate;
  /** The same in percent of the baseline's level. */
  readonly percent: Estimate;
  /** The A/A floor, in nanoseconds; absent if there are too few rounds. */
  readonly floor: number | undefined;
  readonly verdict: Verdict;
}

export interface Analysis {
  /** The clock's cost that was subtracted from the levels. */
  readonly clockNs: number;
  readonly comparisons: readonly Comparison[];
}

/** Compares every candidate with its baseline. A run without a whole round has nothing to compare. */
export function analyse({ plan, rounds, blocks, clock }: Run): Analysis {
  if (rounds === 0) return { clockNs: NaN, comparisons: [] };
  const table = new SeriesTable(blocks.filter(({ round }) => round < rounds));
  const clockNs = median([...clock]);
  // A stream of its own: the schedule drew from the first one.
  const random = new Random(plan.seed, 1);
  const comparisons = plan.cells.flatMap((cell) =>
    directions[cell.direction].candidates.map((candidate) => compareArms(cell, candidate, { table, clockNs, random })),
  );
  return { clockNs, comparisons };
}

interface Data {
  readonly table: SeriesTable;
  readonly clockNs: number;
  readonly random: Random;
}

function compareArms(cell: Cell, candidate: ArmName, { table, clockNs, random }: Data): Comparison {
  const { baseline } = directions[cell.direction];
  const a = table.of(cell, baseline);
  const b = table.of(cell, candidate);
  const [medianOfA, medianOfDifferences, medianOfControl] = [
    medianOver(a),
    medianOver(paired(b, a)),
    medianOver(paired(table.of(cell, baseline, true), a)),
  ];
  const statistics = (draw: Draw): [number, number, number] => {
    const ns = medianOfDifferences(draw);
    return [ns, (100 * ns) / (medianOfA(draw) - clockNs), medianOfControl(draw)];
  };
  const [difference, percent, control] = bootstrap(a.length, statistics, random) as [Estimate, Estimate, Estimate];
  const floor = control.interval && floorOf(control.interval);
  return {
    cell,
    baseline: { arm: baseline, ns: median([...a]) - clockNs },
    candidate: { arm: candidate, ns: median([...b]) - clockNs },
    difference,
    percent,
    floor,
    verdict: verdictOf(difference.interval, floor),
  };
}

function paired(series: Series, from: Series): Series {
  return series.map((value, round) => value - from[round]!);
}
