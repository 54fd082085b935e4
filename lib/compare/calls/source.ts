import { join } from 'node:path';
import type { ExperimentSource } from '../experiment';
import { CODE, EXTENSION } from '../place';
import type { PartialCallOptions } from './check';

/** The experiment on calls, where measuring processes find it. */
export function callSource(options: PartialCallOptions = {}): ExperimentSource {
  return { module: join(CODE, 'compare', 'calls', `experiment${EXTENSION}`), name: 'callExperiment', options };
}
