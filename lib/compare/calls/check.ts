import { outOfRange, wrongType, wrongValue } from '../../core/misuse';
import { checkArms, standardArms } from './arm';
import type { Arm } from './arm';
import type { CallOptions, Mode, PeerKind } from './conditions';
import { transportNames, transports } from './transport';

/** Options as they are given: what is absent has its default. */
export type PartialCallOptions = Partial<Omit<CallOptions, 'socket'>> & {
  readonly socket?: Partial<CallOptions['socket']>;
};

export const modes: readonly Mode[] = ['call', 'eagain', 'ping-pong', 'throughput', 'fixed-rate'];
export const directions = ['send', 'recv'] as const;
const peers: readonly PeerKind[] = ['thread', 'process'];
const clocks = ['auto', 'tsc', 'clock_gettime'] as const;

/** Memory for two of them is taken at each end. */
export const MAX_SIZE = 64 * 1024 * 1024;
/** At more the time to read the clock would be a part of what is measured. */
export const MAX_RATE = 1_000_000;
const MAX_BUFFER = 0x3fffffff;
const MAX_CPU = 8191;

const DEFAULT_ARMS = ['send', 'write', 'recv', 'read'];

const DEFAULTS: CallOptions = {
  modes: ['call'],
  transports: ['socketpair', 'unix', 'tcp'],
  sizes: [1, 64, 1024, 16384],
  directions,
  blocking: [true],
  arms: standardArms.filter(({ name }) => DEFAULT_ARMS.includes(name)),
  peer: 'thread',
  cpus: null,
  socket: { nodelay: true, sndbuf: null, rcvbuf: null, busyPoll: null },
  rate: 1000,
  clock: 'auto',
  javascript: false,
  counters: false,
};

/**
 * Checks the options of the experiment on calls, and adds those that are absent.
 * @param given any of the options; see `CallOptions`.
 * @returns all of them: plain data.
 * @throws {TypeError} for a value that is none, with the option's name and a reason.
 * @throws {RangeError} for a number out of its range.
 */
export function checkCallOptions(given: PartialCallOptions = {}): CallOptions {
  const options = withDefaults(given);
  const arms = checkArms(options.arms);
  const sizes = list('sizes', options.sizes, (size) => integer('sizes', size, 1, MAX_SIZE));
  const checked: CallOptions = {
    modes: list('modes', options.modes, (mode) => oneOf('modes', mode, modes)),
    transports: list('transports', options.transports, (name) => oneOf('transports', name, transportNames)),
    sizes,
    directions: list('directions', options.directions, (direction) => oneOf('directions', direction, directions)),
    blocking: list('blocking', options.blocking, (blocks) => boolean('blocking', blocks)),
    arms,
    peer: oneOf('peer', options.peer, peers),
    cpus: cpusOf(options.cpus),
    socket: socketOf(options.socket),
    rate: number('rate', options.rate, 0.1, MAX_RATE),
    clock: oneOf('clock', options.clock, clocks),
    javascript: boolean('javascript', options.javascript),
    counters: boolean('counters', options.counters),
  };
  checkContests(checked);
  checkTransportSizes(checked);
  return checked;
}

function withDefaults(given: unknown): Record<keyof CallOptions, unknown> {
  const options = { ...DEFAULTS, ...plain('options', given, Object.keys(DEFAULTS)) };
  if ((given as PartialCallOptions).directions !== undefined) return options;
  // Those in which the arms that are given can be compared.
  const arms = checkArms(options.arms);
  const compared = directions.filter((direction) => armsOf(arms, direction).length > 1);
  return { ...options, directions: compared.length > 0 ? compared : directions };
}

export function armsOf(arms: readonly Arm[], direction: string): readonly Arm[] {
  return arms.filter((arm) => arm.direction === direction);
}

function checkContests({ arms, directions: compared }: CallOptions): void {
  const idle = arms.find(({ direction }) => direction === 'none');
  if (idle !== undefined) {
    throw wrongValue(
      'arms',
      "must move a message, each of them: direction 'none' has nothing to be compared in",
      idle.name,
    );
  }
  for (const direction of compared) {
    const names = armsOf(arms, direction).map(({ name }) => name);
    if (names.length > 1) continue;
    const reason = `must have two or more of direction '${direction}', the baseline first, or directions must leave it out`;
    throw wrongValue('arms', reason, names.join(', '));
  }
}

function checkTransportSizes({ transports: names, sizes }: CallOptions): void {
  for (const name of names) {
    const { largest = Infinity } = transports[name];
    const tooLarge = sizes.find((size) => size > largest);
    if (tooLarge !== undefined) throw outOfRange('sizes', `>= 1 && <= ${largest} on ${name}`, tooLarge);
  }
}

function cpusOf(value: unknown): CallOptions['cpus'] {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length !== 2) throw wrongType('cpus', 'an array of two numbers, or null', value);
  const [own, its] = value.map((cpu) => integer('cpus', cpu, 0, MAX_CPU));
  return [own!, its!];
}

function socketOf(value: unknown): CallOptions['socket'] {
  const { nodelay, sndbuf, rcvbuf, busyPoll } = {
    ...DEFAULTS.socket,
    ...plain('socket', value, Object.keys(DEFAULTS.socket)),
  } as Record<string, unknown>;
  const orNull = (name: string, option: unknown): number | null =>
    option === null ? null : integer(`socket.${name}`, option, 0, MAX_BUFFER);
  return {
    nodelay: boolean('socket.nodelay', nodelay),
    sndbuf: orNull('sndbuf', sndbuf),
    rcvbuf: orNull('rcvbuf', rcvbuf),
    busyPoll: orNull('busyPoll', busyPoll),
  };
}

function list<T>(name: string, value: unknown, check: (entry: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw wrongType(name, 'an array', value);
  if (value.length === 0) throw wrongValue(name, 'must not be empty', value);
  const entries = value.map(check);
  const twice = entries.find((entry, index) => entries.indexOf(entry) !== index);
  if (twice !== undefined) throw wrongValue(name, 'must not have an entry more than once', twice);
  return entries;
}

function oneOf<T extends string>(name: string, value: unknown, names: readonly T[]): T {
  const found = names.find((each) => each === value);
  if (found === undefined) throw wrongValue(name, `must be one of ${names.join(', ')}`, value);
  return found;
}

function boolean(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongType(name, 'of type boolean', value);
  return value;
}

function number(name: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw wrongType(name, 'of type number', value);
  if (!(value >= least && value <= most)) throw outOfRange(name, `>= ${least} && <= ${most}`, value);
  return value;
}

function integer(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && !Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  return number(name, value, least, most);
}

/** What is set of an object with no other keys than these: a misspelt one would be passed over in silence. */
function plain(name: string, value: unknown, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(name, 'an object', value);
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw wrongValue(name, `must have no properties but ${keys.join(', ')}`, unknown);
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
