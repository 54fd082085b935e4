import { existsSync } from 'node:fs';
import { median } from 'simple-statistics';
import { baseline, contender } from '../build';
import { type CaseName, type Reading, cases } from '../case';
import { isThere, output } from '../child';
import type { Contender, Settings } from './suite';

/** The contenders that are JavaScript, by their files in bench/contenders. */
const SCRIPTS = {
  raw: 'raw door',
  throwing: 'throwing door',
  result: 'result door',
  fs: 'fs',
  koffi: 'koffi',
  dgram: 'node:dgram',
} as const;

export type Script = keyof typeof SCRIPTS;

interface CallCase {
  readonly name: CaseName;
  readonly scripts: readonly Script[];
  /** A contender that is so slow here that fewer operations will do. */
  readonly slow?: readonly Script[];
  /** Whether python3 can make the calls; it can if absent. */
  readonly python?: boolean;
}

type Sampler = Pick<Contender, 'sample'>;

/**
 * The contenders of one case: C, then the scripts, then python3, each sample being a fresh process.
 *
 * Threaded C has a second, idle thread, as Node always has several: the kernel then counts its references to the
 * descriptor and the C library guards its calls, which is no fault of the package's.
 */
export function callContenders({ name, scripts, slow = [], python = true }: CallCase, settings: Settings): Contender[] {
  const operations = settings.operations ?? cases[name].operations;
  const every = (command: string, before: string[], count = operations, after: string[] = []): Sampler => ({
    sample: () => {
      const args = [...before, String(count), String(settings.blocks), ...after];
      return sample(name, command, args, count * settings.blocks);
    },
  });
  const few = Math.ceil(operations / 20);
  const python3 = {
    name: 'python3',
    absent: isThere('python3') ? undefined : 'there is no python3',
    ...every('python3', [contender('python.py'), name]),
  };
  return [
    { name: 'C', ...every(baseline(name), []) },
    { name: 'C, threaded', ...every(baseline(name), [], operations, ['threaded']) },
    ...scripts.map((script) => ({
      name: SCRIPTS[script],
      absent: script === 'koffi' && !hasKoffi() ? 'koffi is not installed' : undefined,
      ...every(process.execPath, [contender('main'), script, name], slow.includes(script) ? few : operations),
    })),
    ...(python ? [python3] : []),
  ];
}

/** One process's median over its blocks, if it has made its calls. */
function sample(name: CaseName, command: string, args: string[], operations: number): number {
  const reading = JSON.parse(output(command, args)) as Reading;
  const expected = operations * cases[name].seen;
  if (reading.seen !== expected) {
    throw new Error(`${command} ${args.join(' ')} did not do its work: it saw ${reading.seen}, not ${expected}`);
  }
  return median([...reading.nanoseconds]);
}

function hasKoffi(): boolean {
  try {
    return existsSync(require.resolve('koffi'));
  } catch {
    return false;
  }
}
