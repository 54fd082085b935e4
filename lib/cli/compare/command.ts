import { type RunRecord, analyse, formatText, isUtf8, paintFor } from '../../compare';
import { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import { loadRuns } from './load';
import { measure } from './measure';
import type { CompareOptions } from './options';
import { Outputs } from './outputs';

/** `sockcall compare`: measures, or loads what was measured; reports, and gives the exit code. */
export async function compareCommand(options: CompareOptions, terminal: Terminal): Promise<number> {
  const outputs = new Outputs(options);
  if (options.load !== undefined) return loadRuns(options.load, options, outputs, terminal);
  const record = await measure(options, terminal);
  const failures = [...outputs.writeData(record), ...report(record, options, outputs, terminal)];
  if (record.failure !== undefined) failures.push(new Error(record.failure));
  return codeOf(record, failures, terminal);
}

/** Writes the report, and the files that are asked for; gives what went wrong. */
export function report(record: RunRecord, options: CompareOptions, outputs: Outputs, terminal: Terminal): Error[] {
  const { stdout, env } = terminal;
  const analysis = analyse(record);
  const look = {
    paint: paintFor(stdout, env),
    width: stdout.columns ?? 80,
    utf8: isUtf8(env),
    details: options.details,
  };
  stdout.write(formatText(record, analysis, look));
  return outputs.writeReports(record, analysis);
}

function codeOf({ end }: RunRecord, failures: readonly Error[], { stderr }: Terminal): number {
  for (const { message } of failures) stderr.write(`error: ${message}\n`);
  if (failures.length > 0) return ExitCode.FAILED;
  return end === 'interrupted' ? ExitCode.INTERRUPTED : ExitCode.OK;
}
