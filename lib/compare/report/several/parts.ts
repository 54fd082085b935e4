import { combineMachines } from '../../analysis';
import type { Analysis } from '../../analysis/comparison';
import { differencesOf } from '../../differences';
import { type Environment, type Warning, circumstances } from '../../environment';
import type { RunRecord } from '../../record';
import { warningsAmong, warningsOf } from '../circumstances';
import { formatSentences } from '../sentence';
import type { ReportTable } from '../tables';
import { formatCount, plural } from '../words';
import { asAnalysis, togetherTable } from './together';
import { united } from './united';
import { differencesTable } from './differences';

/** One of several runs that are reported side by side. */
export interface SeveralRun {
  /** The files that it comes from. */
  readonly name: string;
  readonly record: RunRecord;
  readonly analysis: Analysis;
}

/** What there is to report, whatever its form. */
export interface SeveralParts {
  readonly title: string;
  /** Which run is which, a sentence each. */
  readonly runs: readonly string[];
  /** What disturbed which of them. */
  readonly warnings: readonly Warning[];
  /** What machines say together comes first, then how the others differ from the first run. */
  readonly tables: readonly ReportTable[];
  /** Over how many machines the sentences are; absent if the runs are no sample of machines. */
  readonly conclusion?: { readonly over: string; readonly sentences: readonly string[] };
}

/**
 * What is to be reported of runs that are not of one kind: what machines say together, if each is of another one; and how
 * the shifts of each differ from those of the first.
 */
export function partsOf(runs: readonly SeveralRun[]): SeveralParts {
  const first = runs[0]!;
  const differences = runs.slice(1).map((run, place) => differencesTable([first, run], [1, place + 2]));
  const parts = {
    title: first.record.experiment.title,
    runs: runs.map((run) => describe(run, first)),
    warnings: warningsAmong(
      runs.map(({ record }) => warningsOf(record)),
      (place) => `run ${place + 1}`,
    ),
    tables: differences,
  };
  if (!ofSeveralMachines(runs)) return parts;
  const together = combineMachines(runs.map(({ analysis }) => analysis));
  const record = { ...first.record, experiment: united(runs.map((run) => run.record.experiment)) };
  const means = asAnalysis(
    runs.map(({ analysis }) => analysis),
    record.experiment,
    together,
  );
  return {
    ...parts,
    tables: [togetherTable(record, means, together), ...differences],
    conclusion: {
      over: `Over ${together.machines} machines:`,
      sentences: formatSentences(record, means),
    },
  };
}

/** Runs of one machine that differ in something else are no sample of machines. */
function ofSeveralMachines(runs: readonly SeveralRun[]): boolean {
  const machines = runs.map(({ record }) => record.environment.machine);
  return machines.every((machine) => machine !== undefined) && new Set(machines).size === runs.length;
}

function describe({ name, record }: SeveralRun, first: SeveralRun): string {
  const { machine, cpu, kernel, node, sockcall } = record.environment;
  const rounds = record.processes.reduce((sum, each) => sum + each.rounds, 0);
  return [
    name,
    machine === undefined ? 'a machine that can’t be told' : `machine ${machine}`,
    `${cpu}, ${kernel}, Node ${node}, sockcall ${sockcall}`,
    `${formatCount(rounds)} rounds in ${plural(record.processes.length, 'process', 'processes')}`,
    ...unlike(record.environment, first.record.environment),
  ].join('; ');
}

const DESCRIBED: readonly string[] = ['kernel', 'node', 'sockcall'];

/** Why a run of the same machine is not taken together with the first, if that is not seen at once. */
function unlike(environment: Environment, first: Environment): string[] {
  if (environment.machine !== first.machine) return [];
  const differences = differencesOf(circumstances(environment), circumstances(first));
  return differences
    .filter(({ name }) => !DESCRIBED.includes(name))
    .map(({ name, one, other }) => `${name} ${one}, not ${other} as in run 1`);
}
