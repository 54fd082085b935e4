import { type MachineCombination, combineMachines } from '../../analysis';
import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { plain } from '../paint';
import { formatSentences } from '../sentence';
import type { TextOptions } from '../text';
import { toAscii } from '../text/encode';
import { textTable } from '../text/tables';
import { wrap } from '../text/wrap';
import { formatCount, plural } from '../words';
import { asAnalysis, togetherTable } from './together';
import { differencesTable } from './differences';

/** One of several runs that are reported side by side. */
export interface SeveralRun {
  /** The files that it comes from. */
  readonly name: string;
  readonly record: RunRecord;
  readonly analysis: Analysis;
}

const WIDTH = 80;

/**
 * The report on runs that are not of one kind: what machines say together, if each is of another one; and how the shifts
 * of each differ from those of the first.
 */
export function formatSeveral(runs: readonly SeveralRun[], options: TextOptions = {}): string {
  const { paint = plain, utf8 = true } = options;
  const width = Math.max(options.width ?? WIDTH, WIDTH);
  const first = runs[0]!;
  const together = ofSeveralMachines(runs) ? combineMachines(runs.map(({ analysis }) => analysis)) : undefined;
  const parts = [
    wrap(first.record.experiment.title, width).map((line) => paint('bold', line)),
    runs.flatMap((run, place) => wrap(`${place + 1}: ${describe(run)}`, width, 3)),
    ...(together === undefined ? [] : [[textTable(togetherTable(first, together), width, paint)]]),
    ...runs.slice(1).map((run, place) => [textTable(differencesTable([first, run], [1, place + 2]), width, paint)]),
    ...(together === undefined ? [] : [conclusion(first, together, width)]),
  ];
  const text = parts.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`);
  return utf8 ? text.join('\n') : toAscii(text.join('\n'));
}

/** Runs of one machine that differ in something else are no sample of machines. */
function ofSeveralMachines(runs: readonly SeveralRun[]): boolean {
  const machines = runs.map(({ record }) => record.environment.machine);
  return machines.every((machine) => machine !== undefined) && new Set(machines).size === runs.length;
}

function describe({ name, record }: SeveralRun): string {
  const { machine, cpu, kernel, node, sockcall } = record.environment;
  const rounds = record.processes.reduce((sum, each) => sum + each.rounds, 0);
  return [
    name,
    machine === undefined ? 'a machine that can’t be told' : `machine ${machine}`,
    `${cpu}, ${kernel}, Node ${node}, sockcall ${sockcall}`,
    `${formatCount(rounds)} rounds in ${plural(record.processes.length, 'process', 'processes')}`,
  ].join('; ');
}

function conclusion(first: SeveralRun, together: MachineCombination, width: number): string[] {
  return [
    ...wrap(`Over ${together.machines} machines:`, width),
    ...formatSentences(first.record, asAnalysis(first.analysis, together)).flatMap((text) => wrap(text, width)),
  ];
}
