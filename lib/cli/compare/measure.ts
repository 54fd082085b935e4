import { randomInt } from 'node:crypto';
import {
  type Plan,
  type ProgressView,
  type RunRecord,
  MAX_SEED,
  loadExperiment,
  run,
  showProgress,
  silent,
} from '../../compare';
import type { Terminal } from '../terminal';
import { type CompareOptions, DEFAULT_BUDGET, DEFAULT_PROCESSES } from './options';
import { sourceOf } from './source';

/** Runs until the plan is done or Ctrl-C is pressed; pressed again, it ends this process as ever. */
export async function measure(options: CompareOptions, terminal: Terminal): Promise<RunRecord> {
  const source = await sourceOf(options);
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  let view: ProgressView = silent;
  terminal.once('SIGINT', onInterrupt);
  try {
    if (options.progress) view = showProgress(terminal.stderr, await loadExperiment(source));
    return await run(source, planOf(options), {
      signal: interrupt.signal,
      onProgress: (progress) => view.update(progress),
    });
  } finally {
    view.stop();
    terminal.removeListener('SIGINT', onInterrupt);
  }
}

function planOf({ budget, rounds, width, processes, seed }: CompareOptions): Plan {
  const limited = budget !== undefined || rounds !== undefined || width !== undefined;
  const seconds = limited ? budget : DEFAULT_BUDGET;
  return {
    seed: seed ?? randomInt(MAX_SEED + 1),
    budgetMs: seconds === undefined ? null : 1000 * seconds,
    rounds: rounds ?? null,
    processes: processes ?? processesFor(seconds),
    width: width ?? null,
  };
}

/** Fewer for a short budget: each takes a while to start and to warm up. */
function processesFor(seconds: number | undefined): number {
  return Math.max(1, Math.min(DEFAULT_PROCESSES, Math.floor(seconds ?? Infinity)));
}
