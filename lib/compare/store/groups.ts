import { canonical } from '../differences';
import { circumstances } from '../environment';
import type { RunRecord } from '../record';
import { MergeError, merge } from './merge';
import { processesInBoth } from './same-process';

/** Runs that were made on one machine under the same circumstances, put together. */
export interface Group {
  /** Undefined if the machine could not be told: then it is a group of its own. */
  readonly machine: string | undefined;
  readonly record: RunRecord;
  /** Of the runs that it is made of. */
  readonly names: readonly string[];
}

/**
 * Puts runs together that were made under the same circumstances; the others stay apart. In the order of the first.
 * @param names what the runs are called: their files.
 * @throws MergeError if two of them have a process in common: nothing is to be learned from that, be they of one group or not.
 */
export function groupRuns(records: readonly RunRecord[], names: readonly string[]): Group[] {
  checkIndependent(records, names);
  const groups = new Map<string, number[]>();
  records.forEach((record, place) => {
    const { environment } = record;
    const key = environment.machine === undefined ? `unknown ${place}` : canonical(circumstances(environment))!;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return [...groups.values()].map((places) => ({
    machine: records[places[0]!]!.environment.machine,
    record: merge(places.map((place) => records[place]!)),
    names: places.map((place) => names[place]!),
  }));
}

function checkIndependent(records: readonly RunRecord[], names: readonly string[]): void {
  const reasons = records.flatMap((record, place) =>
    records
      .slice(0, place)
      .flatMap((before, index) =>
        processesInBoth(before, record).map((why) => `${names[index]} and ${names[place]} can't be compared: ${why}`),
      ),
  );
  if (reasons.length > 0) throw new MergeError(reasons.join('\n'));
}
