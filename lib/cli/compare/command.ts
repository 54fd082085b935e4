import { constants } from 'node:os';
import {
  type Group,
  type RunRecord,
  type TextOptions,
  analyse,
  formatSeveral,
  formatText,
  isUtf8,
  paintFor,
} from '../../compare';
import { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import { checkSeveral, loadRuns, severalOf } from './load';
import { type Measured, measure } from './measure';
import type { CompareOptions } from './options';
import { Outputs } from './outputs';

/** `sockcall compare`: measures, or loads what was measured; reports, and gives the exit code. */
export async function compareCommand(options: CompareOptions, terminal: Terminal): Promise<number> {
  const groups = options.load && loadRuns(options.load);
  if (groups !== undefined) checkSeveral(groups, options);
  const outputs = new Outputs(options);
  try {
    if (groups !== undefined) return loaded(groups, options, outputs, terminal);
    return measured(await measure(options, terminal), options, outputs, terminal);
  } finally {
    outputs.close();
  }
}

function measured({ record, signal }: Measured, options: CompareOptions, outputs: Outputs, terminal: Terminal): number {
  const failures = report(record, options, outputs, terminal);
  if (record.failure !== undefined) failures.push(new Error(record.failure));
  const code = codeOf(failures, terminal);
  return code === ExitCode.OK && signal !== undefined ? ExitCode.SIGNALLED + constants.signals[signal] : code;
}

function loaded(groups: readonly Group[], options: CompareOptions, outputs: Outputs, terminal: Terminal): number {
  if (groups.length === 1) return codeOf(report(groups[0]!.record, options, outputs, terminal), terminal);
  const runs = severalOf(groups);
  terminal.stdout.write(formatSeveral(runs, lookOf(terminal)));
  return codeOf(outputs.writeSeveral(runs), terminal);
}

/** Writes the data, the report, and the files that are asked for; gives what went wrong. */
function report(record: RunRecord, options: CompareOptions, outputs: Outputs, terminal: Terminal): Error[] {
  const failures = outputs.writeData(record);
  const analysis = analyse(record);
  terminal.stdout.write(formatText(record, analysis, { ...lookOf(terminal), details: options.details }));
  return [...failures, ...outputs.writeReports(record, analysis)];
}

function lookOf({ stdout, env }: Terminal): TextOptions {
  return { paint: paintFor(stdout, env), width: stdout.columns ?? 80, utf8: isUtf8(env) };
}

function codeOf(failures: readonly Error[], { stderr }: Terminal): number {
  for (const { message } of failures) stderr.write(`error: ${message}\n`);
  return failures.length > 0 ? ExitCode.FAILED : ExitCode.OK;
}
