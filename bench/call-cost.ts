// The other side of bench/c/call-cost.c, with its arguments and its output: the native loop of `sockcall compare`.
import { type Fd, AF_UNIX, SOCK_STREAM, close, socketpair } from '../lib';
import { type Ends, Instruments, measureCallBlock } from '../lib/compare/calls/block';
import { standardArms } from '../lib/compare/calls/arm';
import { openTcp } from '../lib/compare/calls/transport/tcp';

const SETTLING = 100;

const [pairName, direction, ...numbers] = process.argv.slice(2);
const [size, calls, rounds] = numbers.map(Number) as [number, number, number];

function armNamed(name: string): (typeof standardArms)[number] {
  return standardArms.find((arm) => arm.name === name)!;
}

function openEnds(): Ends {
  if (pairName === 'tcp') {
    const { near, far } = openTcp({ nodelay: true, sndbuf: null, rcvbuf: null, busyPoll: null });
    return { sender: near, receiver: far, messages: false };
  }
  const [sender, receiver]: [Fd, Fd] = socketpair(AF_UNIX, SOCK_STREAM);
  return { sender, receiver, messages: false };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

const [baseline, candidate] = (direction === 'send' ? ['send', 'write'] : ['recv', 'read']).map(armNamed) as [
  (typeof standardArms)[number],
  (typeof standardArms)[number],
];
const instruments = new Instruments({ clock: (process.env["CLOCK"] ?? "auto") as "auto" });

for (let round = 0; round < rounds; round++) {
  const ends = openEnds();
  const measure = (arm: typeof baseline, count: number): number => {
    const { total, calls: made, error, short } = measureCallBlock({ ends, arm, size, calls: count }, 'native', instruments);
    if (error !== undefined) throw error;
    if (short > 0) throw new Error(`${short} calls were short`);
    return total / made;
  };
  measure(baseline, SETTLING);
  const found = [0, 0, 0];
  for (const place of shuffled([0, 1, 2])) found[place] = measure(place === 1 ? candidate : baseline, calls);
  console.log([...found, instruments.overhead('native')].map((value) => value.toFixed(3)).join(' '));
  close(ends.sender);
  close(ends.receiver);
}
instruments.close();
