import { randomInt } from 'node:crypto';
import { allCells } from '../../compare/cell';
import { compare } from '../../compare/compare';
import { lookAround } from '../../compare/environment';
import { MAX_SEED } from '../../compare/random';
import { type ProgressDisplay, formatJson, formatReport, paintFor, progressOn, silent } from '../../compare/report';
import type { Plan, Run } from '../../compare/run';
import { RoomError } from '../../compare/transport';
import { ExitCode } from '../exit-code';
import { OutputFile } from '../output-file';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { type CompareOptions, DEFAULT_BUDGET } from './options';

/** `sockcall compare`: measures, reports, and gives the exit code. */
export async function compareCommand(options: CompareOptions, terminal: Terminal): Promise<number> {
  const file = options.json === undefined ? undefined : new OutputFile('--json <file>', options.json);
  const environment = lookAround();
  const run = await measure(planOf(options), options.progress ? progressOn(terminal.stderr) : silent, terminal);
  if (run.failure === undefined) {
    terminal.stdout.write(formatReport(run, environment, paintFor(terminal.stdout, terminal.env)));
  }
  file?.write(formatJson(run, environment));
  if (run.failure !== undefined) throw run.failure;
  return run.end === 'interrupted' ? ExitCode.INTERRUPTED : ExitCode.OK;
}

function planOf({ budget, rounds, seed, transports, sizes, directions }: CompareOptions): Plan {
  const seconds = budget ?? (rounds === undefined ? DEFAULT_BUDGET : Infinity);
  return {
    cells: allCells(transports, sizes, directions),
    seed: seed ?? randomInt(MAX_SEED + 1),
    budgetMs: 1000 * seconds,
    rounds: rounds ?? Infinity,
  };
}

/** Runs until the plan is done or Ctrl-C is pressed; pressed again, it ends the process as ever. */
async function measure(plan: Plan, display: ProgressDisplay, terminal: Terminal): Promise<Run> {
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  terminal.once('SIGINT', onInterrupt);
  try {
    return await compare(plan, { signal: interrupt.signal, onProgress: (progress) => display.update(progress) });
  } catch (error) {
    if (error instanceof RoomError) throw new UsageError(`option '--sizes <list>': ${error.message}`, { cause: error });
    throw error;
  } finally {
    display.stop();
    terminal.removeListener('SIGINT', onInterrupt);
  }
}
