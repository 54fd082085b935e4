import {
  type Group,
  MergeError,
  type RunRecord,
  type SeveralRun,
  StoreError,
  analyse,
  comparable,
  groupRuns,
  loadRun,
} from '../../compare';
import { UsageError } from '../usage-error';
import type { CompareOptions } from './options';

/** Stored runs, put together as far as they were made under the same circumstances. */
export function loadRuns(paths: readonly string[]): readonly Group[] {
  const records = paths.map((path) => asUsage(() => loadRun(path)));
  checkComparable(paths, records);
  return asUsage(() => groupRuns(records, paths));
}

/** What is wrong with the files is wrong with what was asked for. */
function asUsage<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof MergeError)) throw error;
    throw new UsageError(`option '--load <file...>': ${error.message}`, { cause: error });
  }
}

/** Each with the first one: what may be compared with that may be compared with each other. */
function checkComparable(paths: readonly string[], records: readonly RunRecord[]): void {
  const reasons = records.slice(1).flatMap((record, place) => {
    const both = `${paths[0]} and ${paths[place + 1]} can't be compared`;
    return comparable(records[0]!, record).map((reason) => `${both}: ${reason}`);
  });
  if (reasons.length > 0) throw new UsageError(`option '--load <file...>': ${reasons.join('\n')}`);
}

/** Runs of several kinds, named by their files. */
export function severalOf(groups: readonly Group[]): SeveralRun[] {
  return groups.map(({ names, record }) => ({ name: names.join(', '), record, analysis: analyse(record) }));
}

/** @throws UsageError for a file that holds one run, when there are several. */
export function checkSeveral(groups: readonly Group[], options: CompareOptions): void {
  const other = (['json', 'html'] as const).find((name) => options[name] !== undefined);
  if (groups.length === 1 || other === undefined) return;
  const why = `is for one run, and these are of ${groups.length} machines or circumstances; '--markdown' and '--csv' take them`;
  throw new UsageError(`option '--${other} <file>' ${why}`);
}
