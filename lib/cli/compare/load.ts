import {
  type Group,
  type RunRecord,
  analyse,
  comparable,
  formatSeveral,
  groupRuns,
  isUtf8,
  loadRun,
  paintFor,
} from '../../compare';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import type { CompareOptions } from './options';

/** Stored runs, put together as far as they were made under the same circumstances. */
export function loadRuns(paths: readonly string[]): readonly Group[] {
  const records = paths.map(loaded);
  checkComparable(paths, records);
  return groupRuns(records, paths);
}

function loaded(path: string): RunRecord {
  try {
    return loadRun(path);
  } catch (error) {
    throw new UsageError(`option '--load <file...>': ${(error as Error).message}`, { cause: error });
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

/** Writes the report on runs of several kinds. */
export function reportSeveral(groups: readonly Group[], options: CompareOptions, { stdout, env }: Terminal): void {
  const other = (['json', 'csv', 'markdown', 'html'] as const).find((name) => options[name] !== undefined);
  if (other !== undefined) {
    const why = `is for one run, and these are of ${groups.length} machines or kernels`;
    throw new UsageError(`option '--${other} <file>' ${why}`);
  }
  const runs = groups.map(({ names, record }) => ({ name: names.join(', '), record, analysis: analyse(record) }));
  stdout.write(formatSeveral(runs, { paint: paintFor(stdout, env), width: stdout.columns ?? 80, utf8: isUtf8(env) }));
}
