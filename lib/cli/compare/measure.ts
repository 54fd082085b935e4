import { randomInt } from 'node:crypto';
import {
  type Experiment,
  type Plan,
  type ProgressView,
  type RunRecord,
  MAX_SEED,
  run,
  secondsAtRate,
  showProgress,
  silent,
} from '../../compare';
import { type StopSignal, type Terminal, stopSignals } from '../terminal';
import { type CompareOptions, DEFAULT_BUDGET, DEFAULT_PROCESSES } from './options';
import { UsageError } from '../usage-error';
import { sourceOf } from './source';

/** What was measured, and the signal that cut it short, if one did. */
export interface Measured {
  readonly record: RunRecord;
  readonly signal: StopSignal | undefined;
}

/** Runs until the plan is done or a signal comes, as by Ctrl-C; the second one ends this process as ever. */
export async function measure(options: CompareOptions, terminal: Terminal): Promise<Measured> {
  const { source, experiment } = await sourceOf(options);
  const plan = planOf(options);
  checkRate(experiment, options.rate, plan);
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
    if (options.progress) view = showProgress(terminal.stderr, experiment);
    const record = await run(source, plan, {
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

/** A round is not left before its end, however long requests are in coming. */
function checkRate(experiment: Experiment, rate: number, { budgetMs }: Plan): void {
  const seconds = secondsAtRate(experiment, rate);
  if (budgetMs === null || 1000 * seconds <= budgetMs) return;
  throw new UsageError(
    `option '--rate <n>': at ${rate} a second one round takes ${Math.ceil(seconds)} s, more than the budget has; ` +
      'measure fewer cells or arms, at a higher rate, or with a larger --budget',
  );
}

/** Fewer for a short budget: each takes a while to start and to warm up. */
function processesFor(seconds: number | undefined): number {
  return Math.max(1, Math.min(DEFAULT_PROCESSES, Math.floor(seconds ?? Infinity)));
}
