import type { Experiment, ExperimentSource } from '../experiment';
import { loadExperiment } from '../load/experiment';
import type { Plan, RunRecord } from '../record';
import { inChild } from './fork';
import { inThisProcess } from './here';
import { type Hooks, Session } from './session';

export type { LiveEstimate, Progress } from './progress';
export type { Hooks } from './session';

/**
 * Measures an experiment by a plan, in processes of its own, one after another; each loads the experiment from its
 * source. Whatever fails in them ends the run, and is told in its record along with what was measured until then.
 */
export async function run(source: ExperimentSource, plan: Plan, hooks: Hooks = {}): Promise<RunRecord> {
  const experiment = await loadExperiment(source);
  return new Session(experiment, source, plan, hooks, { execute: inChild, now }).run();
}

/** The same in this process, for tests and for what is small. `now` is the clock, in milliseconds. */
export async function runHere(
  experiment: Experiment,
  plan: Plan,
  hooks: Hooks & { readonly now?: () => number } = {},
): Promise<RunRecord> {
  const clock = hooks.now ?? now;
  const source = { module: '', name: experiment.name, options: null };
  return new Session(experiment, source, plan, hooks, { execute: inThisProcess(experiment, clock), now: clock }).run();
}

function now(): number {
  return performance.now();
}
