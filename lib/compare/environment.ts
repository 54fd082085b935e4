import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, type } from 'node:os';
import { join } from 'node:path';

/** Where and with what a run was made. */
export interface Environment {
  readonly date: string;
  readonly kernel: string;
  readonly arch: string;
  readonly cpu: string;
  readonly cpus: number;
  /** The load before the run, over 1, 5 and 15 minutes. */
  readonly loadavg: readonly number[];
  readonly node: string;
  readonly sockcall: string;
}

/** Looks around; to be called before a run, which is load itself. */
export function lookAround(): Environment {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    kernel: `${type()} ${release()}`,
    arch: arch(),
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cpus: processors.length,
    loadavg: loadavg(),
    node: process.versions.node,
    sockcall: packageVersion(),
  };
}

/** The version of this package. lib/compare is as deep below package.json as what is built from it. */
export function packageVersion(): string {
  const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
