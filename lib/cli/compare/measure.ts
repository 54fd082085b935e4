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
import { type StopSignal, type Terminal, stopSignals } from '../terminal';
import { type CompareOptions, DEFAULT_BUDGET, DEFAULT_PROCESSES } from './options';
import { sourceOf } from './source';

/** What was measured, and the signal that cut it short, if one did. */
export interface Measured {
  readonly record: RunRecord;
  readonly signal: StopSignal | undefined;
}

/** Runs until the plan is done or a signal comes, as by Ctrl-C; the second one ends this process as ever. */
export async function measure(options: CompareOptions, terminal: Terminal): Promise<Measured> {
  const source = await sourceOf(options);
  const interrupt = new AbortController();
  let signal: StopSignal | undefined;
  const listeners = stopSignals.map((name) => {
    const listener = (): void => {
      signal ??= name;
      interrupt.abort();
    };
    return { name, listener };
  });
  let view: ProgressView = silent;
  for (const { name, listener } of listeners) terminal.once(name, listener);
  try {
    if (options.progress) view = showProgress(terminal.stderr, await loadExperiment(source));
    const record = await run(source, planOf(options), {
      signal: interrupt.signal,
      onProgress: (progress) => view.update(progress),
    });
    return { record, signal: record.end === 'interrupted' ? signal : undefined };
  } finally {
    view.stop();
    for (const { name, listener } of listeners) terminal.removeListener(name, listener);
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
