import { differencesOf } from '../differences';
import { circumstances } from '../environment';
import { cellKey } from '../experiment';
import type { CellRecord, DistributionRecord, End, MergedRecord, RunRecord } from '../record';
import { Distributions } from '../run/tally';
import { commonCells, comparable } from './comparable';
import { processesInBoth } from './same-process';

/** Runs that are not to be put together, and why. */
export class MergeError extends Error {}

/**
 * Makes one run of several that were made under the same circumstances: the processes of one and of the other, in the
 * cells that all of them have.
 */
export function merge(records: readonly RunRecord[]): RunRecord {
  const [first, ...others] = records;
  if (first === undefined) throw new MergeError('there is no run');
  return others.reduce(mergeTwo, first);
}

function mergeTwo(a: RunRecord, b: RunRecord): RunRecord {
  for (const reasonsOf of [comparable, circumstancesThatDiffer, processesInBoth]) {
    const reasons = reasonsOf(a, b);
    if (reasons.length > 0) throw new MergeError(reasons.join('; '));
  }
  const cells = commonCells(a.experiment.cells, b.experiment.cells).map(([mine, its]) => withCommonViews(mine, its));
  const [one, other] = [narrowed(a, cells, 0), narrowed(b, cells, nextIndex(a))];
  const distributions = new Distributions();
  distributions.add(one.distributions);
  distributions.add(other.distributions);
  return {
    ...one,
    merged: [...mergedOf(one), ...mergedOf(other)],
    experiment: { ...one.experiment, cells },
    plan: { ...one.plan, processes: one.plan.processes + other.plan.processes },
    notes: [...new Set([...one.notes, ...other.notes, ...leftOut(a, cells), ...leftOut(b, cells)])],
    ...worst(one, other),
    processes: [...one.processes, ...other.processes],
    blocks: [...one.blocks, ...other.blocks],
    distributions: distributions.records(),
    elapsedMs: one.elapsedMs + other.elapsedMs,
  };
}

function circumstancesThatDiffer(a: RunRecord, b: RunRecord): string[] {
  const differences = differencesOf(circumstances(a.environment), circumstances(b.environment));
  return differences.map(
    ({ name, one, other }) => `they were made under different circumstances: ${name} ${one} and ${other}`,
  );
}

function mergedOf({ merged, environment, processes }: RunRecord): readonly MergedRecord[] {
  return merged ?? [{ environment, processes: processes.map(({ index }) => index) }];
}

function withCommonViews(a: CellRecord, b: CellRecord): CellRecord {
  return { ...a, views: a.views.filter((view) => b.views.includes(view)) };
}

function nextIndex({ processes }: RunRecord): number {
  return Math.max(-1, ...processes.map(({ index }) => index)) + 1;
}

/** What a run has of some cells, under their indices, its processes numbered from `from` on. */
function narrowed(record: RunRecord, cells: readonly CellRecord[], from: number): RunRecord {
  const places = new Map(cells.map(({ cell }, index) => [cellKey(cell), index]));
  const placeOf = record.experiment.cells.map(({ cell }) => places.get(cellKey(cell)));
  const kept = <T extends Pick<DistributionRecord, 'cell' | 'view'>>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const cell = placeOf[item.cell];
      return cell === undefined || !cells[cell]!.views.includes(item.view) ? [] : [{ ...item, cell }];
    });
  const byPlace = (values: readonly number[]): number[] => {
    const result: number[] = [];
    values.forEach((value, cell) => {
      if (placeOf[cell] !== undefined) result[placeOf[cell]] = value;
    });
    return result;
  };
  return {
    ...record,
    ...(record.merged && {
      merged: record.merged.map((each) => ({ ...each, processes: each.processes.map((index) => index + from) })),
    }),
    processes: record.processes.map((each) => ({
      ...each,
      index: each.index + from,
      lengths: byPlace(each.lengths),
      warmUp: {
        ...each.warmUp,
        unsteady: each.warmUp.unsteady.flatMap((cell) => placeOf[cell] ?? []),
      },
    })),
    blocks: kept(record.blocks).map((block) => ({ ...block, process: block.process + from })),
    distributions: kept(record.distributions),
  };
}

function leftOut({ experiment }: RunRecord, cells: readonly CellRecord[]): string[] {
  const count = experiment.cells.length - cells.length;
  return count === 0 ? [] : [`Conditions that not all of the runs have were left out: ${count} of one run.`];
}

/** A merged run is cut short if one of its runs was. */
function worst(a: RunRecord, b: RunRecord): { end: End; failure?: string } {
  const order: readonly End[] = ['rounds', 'budget', 'width', 'interrupted', 'failed'];
  const { end, failure } = order.indexOf(b.end) > order.indexOf(a.end) ? b : a;
  return { end, ...(failure === undefined ? {} : { failure }) };
}
