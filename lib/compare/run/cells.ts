import type { Experiment } from '../experiment';
import type { CellRecord } from '../record';

/** The cells of an experiment, each with who is compared in it and through whose eyes. */
export function cellsOf(experiment: Experiment): CellRecord[] {
  return experiment.cells.map((cell) => ({
    cell,
    contest: experiment.contest(cell),
    views: experiment.views(cell),
  }));
}
