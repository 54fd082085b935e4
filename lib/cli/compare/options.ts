import { type Command, Option } from 'commander';
import { MAX_SIZE } from '../../compare/cell';
import { type DirectionName, directionNames } from '../../compare/direction';
import { MAX_SEED } from '../../compare/random';
import { type TransportName, transportNames } from '../../compare/transport';
import { integer, list, oneOf, seconds } from '../parse';

/** The options of `sockcall compare` as they were given. */
export interface CompareOptions {
  readonly budget?: number;
  readonly rounds?: number;
  readonly transports: readonly TransportName[];
  readonly sizes: readonly number[];
  readonly directions: readonly DirectionName[];
  readonly seed?: number;
  readonly json?: string;
  readonly progress: boolean;
}

/** Seconds, if neither --budget nor --rounds is given. */
export const DEFAULT_BUDGET = 15;

const DAY = 86_400;
const MAX_ROUNDS = 1_000_000;
const DEFAULT_SIZES = [1, 64, 1024, 16384];

export function addCompareOptions(command: Command): Command {
  return command
    .option('--budget <seconds>', `time to take, warm-up included (default: ${DEFAULT_BUDGET})`, seconds(0.01, DAY))
    .option('--rounds <n>', 'stop after so many rounds, instead of or before the budget', integer(1, MAX_ROUNDS))
    .addOption(listOption('--transports <list>', 'what to measure over', transportNames, oneOf(transportNames)))
    .addOption(listOption('--sizes <list>', `bytes a message, 1 to ${MAX_SIZE}`, DEFAULT_SIZES, integer(1, MAX_SIZE)))
    .addOption(listOption('--directions <list>', 'send/write, recv/read', directionNames, oneOf(directionNames)))
    .option('--seed <n>', 'for the order of the blocks; the same seed, the same order', integer(0, MAX_SEED))
    .option('--json <file>', 'write every block and the environment to a file')
    .option('--no-progress', 'say nothing while measuring');
}

function listOption<T extends string | number>(
  flags: string,
  description: string,
  all: readonly T[],
  parseEntry: (text: string) => T,
): Option {
  return new Option(flags, description).default(all, all.join(',')).argParser(list(parseEntry));
}
