import { type RunRecord, comparable, groupRuns, loadRun } from '../../compare';
import { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { report } from './command';
import type { CompareOptions } from './options';
import type { Outputs } from './outputs';

/** Reports stored runs. Those of one machine are put together. */
export function loadRuns(
  paths: readonly string[],
  options: CompareOptions,
  outputs: Outputs,
  terminal: Terminal,
): number {
  const records = paths.map(loaded);
  checkComparable(paths, records);
  const groups = groupRuns(records);
  const failures = groups.flatMap(({ record }) => report(record, options, outputs, terminal));
  for (const { message } of failures) terminal.stderr.write(`error: ${message}\n`);
  return failures.length > 0 ? ExitCode.FAILED : ExitCode.OK;
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
    const found = comparable(records[0]!, record);
    const both = `${paths[0]} and ${paths[place + 1]} can't be compared`;
    return found.map((reason) => `${both}: ${reason}`);
  });
  if (reasons.length > 0) throw new UsageError(`option '--load <file...>': ${reasons.join('\n')}`);
}
