import { median } from 'simple-statistics';
import { openClock } from '../../lib/compare/calls/clock';
import { baseline, contender } from '../build';
import { output } from '../child';
import type { Contender, Settings, Suite } from './suite';

type PairName = 'socketpair' | 'tcp';
type Direction = 'send' | 'recv';

const SIZE = 64;
/** So few that most blocks are over before anything comes between. */
const CALLS = 200;
/** Rounds of one process for each of the settings' blocks. */
const ROUNDS = 12;
/** Processes differ by more than their blocks, because their memory lies elsewhere: it takes many of them. */
const TIMES = 4;

/** What one process found, in ns: the time of a call of the baseline, and what the other one costs more. */
interface Reading {
  readonly level: number;
  readonly difference: number;
}

/** One of those who measure the same. */
interface Side {
  readonly name: string;
  readonly read: () => Reading;
}

const others = { send: 'write', recv: 'read' } as const;
const titles = { socketpair: 'an AF_UNIX stream socketpair', tcp: 'TCP over 127.0.0.1' } as const;

/** What `sockcall compare` measures against what a C program with a loop of its own does, in the same rounds. */
export function callCost(settings: Settings): Suite[] {
  return (['socketpair', 'tcp'] as const).flatMap((pair) =>
    (['send', 'recv'] as const).flatMap((direction) => suitesOf(pair, direction, settings)),
  );
}

function suitesOf(pair: PairName, direction: Direction, settings: Settings): Suite[] {
  const sides = sidesOf(pair, direction, settings);
  // The second suite tells of the very processes that the first one has started.
  const readings = new Map<string, Reading[]>(sides.map(({ name }) => [name, []]));
  const call = `${direction}() of ${SIZE} bytes on ${titles[pair]}`;
  const other = others[direction];
  return [
    {
      name: `call-cost-${pair}-${direction}`,
      title: `what sockcall compare says that a call costs: ${call}`,
      notes: [
        'The cost of reading the clock is taken off: a turn of the loop without a call.',
        'C makes straight system calls, as compare does; "C library" its functions, each a point of cancellation.',
      ],
      unit: 'ns',
      times: TIMES,
      contenders: sides.map(({ name, read }) => ({
        name,
        sample: () => {
          const reading = read();
          readings.get(name)!.push(reading);
          return reading.level;
        },
      })),
      targets: [{ contender: 'compare', over: 'ratio', within: 0.02 }],
    },
    {
      name: `call-difference-${pair}-${direction}`,
      title: `what it says that ${other}() costs more than ${call}`,
      notes: ['The same processes.'],
      unit: 'ns',
      decimals: 1,
      times: TIMES,
      contenders: sides.map((side) => later(side, readings.get(side.name)!)),
      targets: [{ contender: 'compare', over: 'difference', within: 2 }],
    },
  ];
}

/** Tells of the processes of the first suite, in their order; if that was not run, of new ones. */
function later({ name, read }: Side, readings: readonly Reading[]): Contender {
  let next = 0;
  return { name, sample: () => (readings[next++] ?? read()).difference };
}

/** Node has several threads, and then the kernel counts its references to descriptors: so has the C that is compared. */
function sidesOf(pair: PairName, direction: Direction, settings: Settings): Side[] {
  const args = [pair, direction, SIZE, settings.operations ?? CALLS, ROUNDS * settings.blocks].map(String);
  const c = (...how: string[]): Side['read'] => {
    return () => readingOf(output(baseline('call-cost'), [...args, String(Math.floor(Math.random() * 1e9)), ...how]));
  };
  // The clock that compare takes: the two would not be the same after a call that has emptied the caches.
  const clock = openClock('auto').name === 'tsc' ? ['tsc'] : [];
  return [
    { name: 'C, threaded', read: c('threaded', ...clock) },
    { name: 'C', read: c(...clock) },
    { name: 'C library, threaded', read: c('threaded', 'library', ...clock) },
    { name: 'C, threaded, clock_gettime', read: c('threaded') },
    { name: 'compare', read: () => readingOf(output(process.execPath, [contender('call-cost'), ...args])) },
  ];
}

/** A line a round: A, B, A once more, and what measuring adds to each. */
function readingOf(text: string): Reading {
  const rounds = text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as [number, number, number, number]);
  const added = median(rounds.map(([, , , overhead]) => overhead));
  return {
    level: median(rounds.flatMap(([a, , again]) => [a, again])) - added,
    // Not less the mean of both: that is disturbed more often than one block, and its differences would be too low.
    difference: median(rounds.flatMap(([a, b, again]) => [b - a, b - again])),
  };
}
