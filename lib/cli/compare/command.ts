import { type Group, type RunRecord, analyse, formatText, isUtf8, paintFor } from '../../compare';
import { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import { loadRuns, reportSeveral } from './load';
import { measure } from './measure';
import type { CompareOptions } from './options';
import { Outputs } from './outputs';

/** `sockcall compare`: measures, or loads what was measured; reports, and gives the exit code. */
export async function compareCommand(options: CompareOptions, terminal: Terminal): Promise<number> {
  const outputs = new Outputs(options);
  return options.load === undefined
    ? measured(await measure(options, terminal), options, outputs, terminal)
    : loaded(loadRuns(options.load), options, outputs, terminal);
}

function measured(record: RunRecord, options: CompareOptions, outputs: Outputs, terminal: Terminal): number {
  const failures = report(record, options, outputs, terminal);
  if (record.failure !== undefined) failures.push(new Error(record.failure));
  const code = codeOf(failures, terminal);
  return code === ExitCode.OK && record.end === 'interrupted' ? ExitCode.INTERRUPTED : code;
}

function loaded(groups: readonly Group[], options: CompareOptions, outputs: Outputs, terminal: Terminal): number {
  if (groups.length === 1) return codeOf(report(groups[0]!.record, options, outputs, terminal), terminal);
  reportSeveral(groups, options, terminal);
  return ExitCode.OK;
}

/** Writes the data, the report, and the files that are asked for; gives what went wrong. */
function report(record: RunRecord, options: CompareOptions, outputs: Outputs, terminal: Terminal): Error[] {
  const failures = outputs.writeData(record);
  const { stdout, env } = terminal;
  const analysis = analyse(record);
  const look = { paint: paintFor(stdout, env), width: stdout.columns ?? 80, utf8: isUtf8(env) };
  stdout.write(formatText(record, analysis, { ...look, details: options.details }));
  return [...failures, ...outputs.writeReports(record, analysis)];
}

function codeOf(failures: readonly Error[], { stderr }: Terminal): number {
  for (const { message } of failures) stderr.write(`error: ${message}\n`);
  return failures.length > 0 ? ExitCode.FAILED : ExitCode.OK;
}
