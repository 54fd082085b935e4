import { resolve } from 'node:path';
import {
  type Experiment,
  type ExperimentSource,
  RoomError,
  callSource,
  experimentNames,
  loadExperiment,
} from '../../compare';
import { UsageError } from '../usage-error';
import { callOptionsOf } from './call-options';
import type { CompareOptions } from './options';

/** What is to be measured, and where processes find it. */
export interface Found {
  readonly source: ExperimentSource;
  readonly experiment: Experiment;
}

/** The experiment that is to be measured; what is wrong with it shows here, before anything is started. */
export async function sourceOf(options: CompareOptions): Promise<Found> {
  if (options.experiment === undefined) {
    if (options.options !== undefined)
      throw new UsageError("option '--options <json>' needs '--experiment <file#name>'");
    const source = callSource(await callOptionsOf(options));
    return tried(source, '');
  }
  return tried(await named(options.experiment, options.options ?? {}), "option '--experiment <file#name>': ");
}

async function tried(source: ExperimentSource, prefix: string): Promise<Found> {
  try {
    const experiment = await loadExperiment(source);
    const bench = await experiment.open();
    try {
      await bench.renew();
    } finally {
      await bench.close();
    }
    return { source, experiment };
  } catch (error) {
    const option = error instanceof RoomError ? "option '--sizes <list>': " : prefix;
    throw new UsageError(`${option}${(error as Error).message}`, { cause: error });
  }
}

/** `file#name`; the name may be left out if there is only one. */
async function named(given: string, options: unknown): Promise<ExperimentSource> {
  const [file = '', name] = given.split(/#(?=[^#]*$)/);
  const module = resolve(file);
  if (name !== undefined) return { module, name, options };
  const names = await experimentNames(module).catch((error: unknown) => {
    throw new UsageError(`option '--experiment <file#name>': ${(error as Error).message}`, { cause: error });
  });
  if (names.length === 1) return { module, name: names[0]!, options };
  const which = names.length === 0 ? 'has no experiment' : `has several: take one of ${names.join(', ')} after a #`;
  throw new UsageError(`option '--experiment <file#name>': ${module} ${which}`);
}
