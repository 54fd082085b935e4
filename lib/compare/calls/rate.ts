import type { Experiment } from '../experiment';
import { UNTIMED } from './mode';

/** How long a round of an experiment on calls waits for requests at a fixed rate to be due, in seconds. */
export function secondsAtRate(experiment: Experiment, rate: number): number {
  const requests = experiment.cells
    .filter(({ mode }) => mode === 'fixed-rate')
    // The baseline is measured twice.
    .map((cell) => (experiment.contest(cell).candidates.length + 2) * (UNTIMED + (experiment.calls?.(cell) ?? 0)));
  return requests.reduce((sum, each) => sum + each, 0) / rate;
}
