import { resolve } from 'node:path';
import {
  type Arm,
  type CallOptions,
  checkCallOptions,
  getAffinity,
  hasAffinity,
  loadArms,
  standardArms,
} from '../../compare';
import { UsageError } from '../usage-error';
import type { CompareOptions } from './options';

const DEFAULT_ARMS = ['send', 'write', 'recv', 'read'];

/** What the experiment on calls is to be made with, as far as it can be told from the options alone. */
export async function callOptionsOf(options: CompareOptions): Promise<CallOptions> {
  const { modes, transports, sizes, directions, blocking, peer, cpus, rate, clock, javascript, counters } = options;
  const arms = await armsOf(options);
  if (cpus !== undefined) checkProcessors(cpus);
  try {
    return checkCallOptions({
      ...{ modes, transports, sizes, blocking, arms, peer, rate, clock, javascript, counters },
      ...(directions === undefined ? {} : { directions }),
      cpus: cpus ?? null,
      socket: {
        nodelay: options.nodelay,
        sndbuf: options.sndbuf ?? null,
        rcvbuf: options.rcvbuf ?? null,
        busyPoll: options.busyPoll ?? null,
      },
    });
  } catch (error) {
    const { message } = error as Error;
    // What is wrong bears the name that it has in the library.
    const name = /"(\w+)"/.exec(message)?.[1];
    const option = name !== undefined && name in options ? `option '--${name}': ` : '';
    throw new UsageError(option + message, { cause: error });
  }
}

/** The arms that are named, in that order; all of a file's own, if none is. */
async function armsOf({ arms: names, armsFile }: CompareOptions): Promise<readonly Arm[]> {
  const own = armsFile === undefined ? [] : await ownArms(armsFile);
  const taken = own.find(({ name }) => standardArms.some((arm) => arm.name === name));
  if (taken !== undefined) {
    throw new UsageError(`option '--arms-file <file>': ${armsFile} has an arm ${taken.name}, which there is already`);
  }
  const all = new Map([...standardArms, ...own].map((arm) => [arm.name, arm]));
  return (names ?? [...DEFAULT_ARMS, ...own.map(({ name }) => name)]).map((name) => {
    const arm = all.get(name);
    if (arm !== undefined) return arm;
    throw new UsageError(
      `option '--arms <list>': there is no arm "${name}". Allowed are ${[...all.keys()].join(', ')}.`,
    );
  });
}

async function ownArms(file: string): Promise<readonly Arm[]> {
  try {
    return await loadArms(resolve(file));
  } catch (error) {
    throw new UsageError(`option '--arms-file <file>': ${(error as Error).message}`, { cause: error });
  }
}

function checkProcessors(cpus: readonly number[]): void {
  if (!hasAffinity)
    throw new UsageError("option '--cpus <a,b>': nothing can be pinned to a processor on this platform");
  const allowed = getAffinity();
  const missing = cpus.filter((cpu) => !allowed.includes(cpu));
  if (missing.length === 0) return;
  throw new UsageError(
    `option '--cpus <a,b>': this process may run on ${allowed.join(', ')}, not on ${[...new Set(missing)].join(', ')}`,
  );
}
