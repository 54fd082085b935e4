import { join } from 'node:path';
import type { ExperimentSource } from '../../../lib/compare/experiment';
import type { Plan } from '../../../lib/compare/record';
import type { MadeUp } from './made-up';

export const planOf = (part: Partial<Plan>): Plan => ({
  ...{ seed: 1, budgetMs: null, rounds: null, processes: 1, width: null },
  ...part,
});

/** The experiment without sockets, as measuring processes find it. */
export const sourceOf = (options: MadeUp): ExperimentSource => ({
  module: join(__dirname, 'made-up.ts'),
  name: 'madeUp',
  options,
});
