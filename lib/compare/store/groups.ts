import { canonical } from '../differences';
import { circumstances } from '../environment';
import type { RunRecord } from '../record';
import { merge } from './merge';

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
 */
export function groupRuns(records: readonly RunRecord[], names: readonly string[]): Group[] {
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
