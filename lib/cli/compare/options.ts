import { type Command, Option } from 'commander';
import type { CallOptions, Mode, PeerKind, TransportName } from '../../compare';
import { MAX_SEED, MAX_SIZE, callDirections, callModes, transportNames } from '../../compare';
import { boolean, integer, json, list, number, oneOf, pair, seconds } from '../parse';

/** The options of `sockcall compare` as they were given. */
export interface CompareOptions {
  readonly modes: readonly Mode[];
  readonly transports: readonly TransportName[];
  readonly sizes: readonly number[];
  readonly directions?: CallOptions['directions'];
  readonly blocking: readonly boolean[];
  readonly arms?: readonly string[];
  readonly armsFile?: string;
  readonly peer: PeerKind;
  readonly cpus?: [number, number];
  readonly nodelay: boolean;
  readonly sndbuf?: number;
  readonly rcvbuf?: number;
  readonly busyPoll?: number;
  readonly rate: number;
  readonly clock: CallOptions['clock'];
  readonly javascript: boolean;
  readonly counters: boolean;

  readonly experiment?: string;
  readonly options?: unknown;

  readonly budget?: number;
  readonly rounds?: number;
  readonly processes?: number;
  readonly width?: number;
  readonly seed?: number;

  readonly load?: readonly string[];
  readonly json?: string;
  readonly csv?: string;
  readonly markdown?: string;
  readonly html?: string;
  readonly details: boolean;
  readonly progress: boolean;
}

/** Seconds, if nothing else says when it ends. */
export const DEFAULT_BUDGET = 15;

export const DEFAULT_PROCESSES = 6;

const DAY = 86_400;
const MAX_ROUNDS = 1_000_000;
const MAX_PROCESSES = 1000;
const MAX_BUFFER = 0x3fffffff;

export function addCompareOptions(command: Command): Command {
  const calls = added(command, () => {
    what(command.optionsGroup('What is measured:'));
    sockets(command.optionsGroup('How sockets are set:'));
  });
  const experiment = added(command, () => otherExperiment(command.optionsGroup('What is measured:'), calls));
  const plan = added(command, () => howLong(command.optionsGroup('For how long:')));
  return output(command.optionsGroup('What comes out:'), [...calls, ...experiment, ...plan]);
}

/** The names of the options that something adds. */
function added(command: Command, add: () => void): string[] {
  const before = command.options.length;
  add();
  return command.options.slice(before).map((option) => option.attributeName());
}

function what(command: Command): void {
  const names = (all: readonly string[]): string => all.join(', ');
  command
    .addOption(listOption('--modes <list>', names(callModes), ['call'], oneOf(callModes)))
    .addOption(
      listOption('--transports <list>', names(transportNames), ['socketpair', 'unix', 'tcp'], oneOf(transportNames)),
    )
    .addOption(
      listOption('--sizes <list>', `bytes a message, 1 to ${MAX_SIZE}`, [1, 64, 1024, 16384], integer(1, MAX_SIZE)),
    )
    .option('--directions <list>', 'send, recv (default: all that have arms)', list(oneOf(callDirections)))
    .addOption(listOption('--blocking <list>', 'descriptors that block: yes, no', [true], boolean))
    .option(
      '--arms <list>',
      'calls to compare, in each direction with the first one (default: send,write,recv,read)',
      list((name) => name),
    )
    .option('--arms-file <file>', 'a module in TypeScript or JavaScript that exports more arms');
}

function otherExperiment(command: Command, conflicts: string[]): void {
  command
    .addOption(
      new Option('--experiment <file#name>', 'another experiment: a module, and what it exports').conflicts(conflicts),
    )
    .option('--options <json>', 'the options of that experiment', json);
}

function sockets(command: Command): void {
  command
    .addOption(
      new Option('--peer <kind>', 'who has the other end')
        .choices(['thread', 'process'] satisfies PeerKind[])
        .default('thread'),
    )
    .option('--cpus <a,b>', 'processors to be pinned to: the measuring thread, its peer', pair(integer(0, 8191)))
    .option('--no-nodelay', 'leave TCP_NODELAY off')
    .option('--sndbuf <bytes>', 'SO_SNDBUF, as given to setsockopt', integer(0, MAX_BUFFER))
    .option('--rcvbuf <bytes>', 'SO_RCVBUF, as given to setsockopt', integer(0, MAX_BUFFER))
    .option('--busy-poll <µs>', 'SO_BUSY_POLL', integer(0, MAX_BUFFER))
    .addOption(
      new Option('--rate <n>', 'messages a second in mode fixed-rate').default(1000).argParser(number(0.1, 1_000_000)),
    )
    .addOption(
      new Option('--clock <name>', 'what time is taken with')
        .choices(['auto', 'tsc', 'clock_gettime'] satisfies CallOptions['clock'][])
        .default('auto'),
    )
    .option('--no-javascript', 'leave out the time as JavaScript sees it')
    .option('--no-counters', 'leave out instructions and cycles');
}

function howLong(command: Command): void {
  command
    .option('--budget <seconds>', `time to take, all included (default: ${DEFAULT_BUDGET})`, seconds(0.01, DAY))
    .option('--rounds <n>', 'stop each process after so many rounds', integer(1, MAX_ROUNDS))
    .option('--width <ns>', 'stop when all intervals are so narrow, from end to end', number(1e-9, 1e18))
    .option(
      '--processes <n>',
      `processes that measure, one after another (default: ${DEFAULT_PROCESSES}, fewer in less than as many seconds)`,
      integer(1, MAX_PROCESSES),
    )
    .option('--seed <n>', 'for the order of the blocks; the same seed, the same order', integer(0, MAX_SEED));
}

function output(command: Command, conflicts: string[]): Command {
  return command
    .option('--json <file>', 'write all that was measured to a file')
    .option('--csv <file>', 'write the results as a table')
    .option('--markdown <file>', 'write the report as Markdown')
    .option('--html <file>', 'write the report as one page with plots')
    .addOption(
      new Option('--load <file...>', 'measure nothing: report stored runs, compared and put together').conflicts(
        conflicts,
      ),
    )
    .option('--details', 'report percentiles, counters and other views too', false)
    .option('--no-progress', 'say nothing while measuring');
}

function listOption<T extends string | number | boolean>(
  flags: string,
  description: string,
  byDefault: readonly T[],
  parseEntry: (text: string) => T,
): Option {
  const shown = byDefault.map((entry) => (entry === true ? 'yes' : String(entry))).join(',');
  return new Option(flags, description).default(byDefault, shown).argParser(list(parseEntry));
}
