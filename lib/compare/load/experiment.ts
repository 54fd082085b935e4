import { isAbsolute } from 'node:path';
import type { Experiment, ExperimentSource } from '../experiment';
import { loadModule } from './module';

/** Something is wrong with what was to be loaded: the file, or what is in it. */
export class LoadError extends Error {}

/** Makes an experiment where its source says; no measuring process need be one that has its code already. */
export async function loadExperiment({ module, name, options }: ExperimentSource): Promise<Experiment> {
  if (!isAbsolute(module)) throw new LoadError(`the module of an experiment is an absolute path, not ${module}`);
  const factory = (await exportsOf(module))[name];
  if (typeof factory !== 'function') throw new LoadError(`${module} exports no function ${name}`);
  const experiment: unknown = await (factory as (options: unknown) => unknown)(options);
  const missing = missingIn(experiment);
  if (missing !== undefined)
    throw new LoadError(`what ${name}() of ${module} makes is no experiment: it has no ${missing}`);
  return experiment as Experiment;
}

/** The names of what a module exports that can be experiments: its functions. */
export async function experimentNames(module: string): Promise<string[]> {
  const exported = Object.entries(await exportsOf(module));
  return exported.filter(([, value]) => typeof value === 'function').map(([name]) => name);
}

/** What a file exports, or an error that names the file. */
export async function exportsOf(module: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await loadModule(module);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Who asked for it is this package, which is of no use to anybody.
    throw new LoadError(`can't load ${module}: ${message.replace(/\nRequire stack:[^]*$/, '')}`, { cause: error });
  }
}

const FUNCTIONS = ['contest', 'views', 'open'] as const;
const VALUES = ['name', 'title', 'quantity', 'factors', 'cells', 'settings'] as const;

function missingIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'parts at all';
  const parts = value as Record<string, unknown>;
  const missing = [
    ...VALUES.filter((name) => parts[name] === undefined),
    ...FUNCTIONS.filter((name) => typeof parts[name] !== 'function'),
  ];
  return missing[0];
}
