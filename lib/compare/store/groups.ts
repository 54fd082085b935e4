import type { Environment } from '../environment';
import type { RunRecord } from '../record';
import { merge } from './merge';

/** Runs that were made on one machine with the same kernel and versions, put together. */
export interface Group {
  /** Undefined if the machine could not be told: then it is a group of its own. */
  readonly machine: string | undefined;
  readonly record: RunRecord;
  /** How many runs it is made of. */
  readonly runs: number;
}

/** Puts runs together that were made under the same circumstances; the others stay apart. In the order of the first. */
export function groupRuns(records: readonly RunRecord[]): Group[] {
  const groups = new Map<string, RunRecord[]>();
  records.forEach((record, place) => {
    const key = circumstancesOf(record.environment) ?? `unknown ${place}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  });
  return [...groups.values()].map((runs) => ({
    machine: runs[0]!.environment.machine,
    record: merge(runs),
    runs: runs.length,
  }));
}

/** What has to be equal for runs to be of one kind. */
function circumstancesOf({ machine, kernel, kernelVersion, boot, node, sockcall }: Environment): string | undefined {
  return machine && JSON.stringify([machine, kernel, kernelVersion, boot, node, sockcall]);
}
