// node -r ts-node/register/transpile-only process.ts rounds call...: one process of truth.test.ts. Prints what it finds as JSON:
// medians over its rounds, in ns.
import { median } from 'simple-statistics';
import { type Arm, type Step, type StepCall, defineArm, standardArms } from '../../../../lib/compare/calls/arm';
import { type Ends, Instruments, measureBetweenBlock, measureCallBlock } from '../../../../lib/compare/calls/block';
import type { TransportName } from '../../../../lib/compare/calls/conditions';
import { type Pair, closePair, openPair } from '../../../../lib/compare/calls/transport';

/** What one process found: of each call, and of each two calls that are the same. */
export interface ProcessFound {
  readonly extra: readonly Found[];
  readonly twins: readonly Twins[];
}

/** What the call of the second name costs more than that of the first, and the first more than itself. */
export interface Twins {
  readonly difference: number;
  readonly control: number;
}

export interface Found {
  /** What the arms with one more call, and with two more, cost more than the arm without. */
  readonly once: number;
  readonly twice: number;
  /** The call as measured alone. */
  readonly alone: number;
  /** What the arm without costs more than itself. */
  readonly control: number;
}

const SIZE = 64;
const CALLS = 150;
const SETTLING = 100;

function armsFor(call: StepCall): readonly Arm[] {
  const [send, extra]: Step[] = [{ call: 'send' }, { call }];
  const sending = (name: string, ...steps: Step[]): Arm => defineArm({ name, direction: 'send', steps });
  return [
    sending('plain', send!),
    sending('control', send!),
    // At an edge of what is timed a call costs a little more or less than in the middle, so it is put at both.
    sending('once before', extra!, send!),
    sending('once after', send!, extra!),
    sending('twice before', extra!, extra!, send!),
    sending('twice after', send!, extra!, extra!),
    defineArm({ name: 'alone', direction: 'none', steps: [extra!] }),
    // A step without a call: the clock alone.
    { name: 'nothing', direction: 'none', steps: [null as unknown as Step] },
  ];
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** The median of each arm over a new pair. That is not moved by what else goes on. */
function measureAll(pair: Pair, arms: readonly Arm[], instruments: Instruments): Record<string, number> {
  const ends: Ends = { sender: pair.near, receiver: pair.far, messages: false };
  const ns: Record<string, number> = {};
  // TCP begins with acknowledgements that are quick.
  measureCallBlock({ ends, arm: standardArms[0]!, size: SIZE, calls: SETTLING }, 'native', instruments);
  for (const arm of shuffled(arms)) {
    // A call alone is made between messages, as it is in the arms.
    const measure = arm.direction === 'none' ? measureBetweenBlock : measureCallBlock;
    const { samples, error } = measure({ ends, arm, size: SIZE, calls: CALLS }, 'native', instruments);
    if (error !== undefined) throw error;
    ns[arm.name] = median([...samples!['value']!]);
  }
  closePair(pair);
  return ns;
}

function open(transport: TransportName): Pair {
  const socket = { nodelay: true, sndbuf: null, rcvbuf: null, busyPoll: null };
  return openPair(transport, { socket, blocking: true, room: 0, answers: false });
}

function measureRound(arms: readonly Arm[], instruments: Instruments): Found {
  const ns = measureAll(open('socketpair'), arms, instruments);
  const of = (name: string): number => ns[name]!;
  return {
    once: (of('once before') + of('once after')) / 2 - of('plain'),
    twice: (of('twice before') + of('twice after')) / 2 - of('plain'),
    alone: of('alone') - of('nothing'),
    control: of('control') - of('plain'),
  };
}

function measure(call: StepCall, rounds: number, instruments: Instruments): Found {
  const arms = armsFor(call);
  measureRound(arms, instruments);
  const found = Array.from({ length: rounds }, () => measureRound(arms, instruments));
  const of = (key: keyof Found): number => median(found.map((round) => round[key]));
  return { once: of('once'), twice: of('twice'), alone: of('alone'), control: of('control') };
}

/** Two names of the same system call, which the C library tells apart and the kernel does not. */
function measureTwins(direction: 'send' | 'recv', rounds: number, instruments: Instruments): Twins {
  const arm = (name: string, call: StepCall): Arm => defineArm({ name, direction, steps: [{ call }] });
  const other = direction === 'send' ? 'sendto' : 'recvfrom';
  const arms = [arm('first', direction), arm('again', direction), arm('second', other)];
  const found = Array.from({ length: rounds }, () => measureAll(open('tcp'), arms, instruments));
  const over = (name: string): number => median(found.map((ns) => ns[name]! - ns['first']!));
  return { difference: over('second'), control: over('again') };
}

if (require.main === module) {
  const [rounds, ...calls] = process.argv.slice(2) as [string, ...StepCall[]];
  const instruments = new Instruments();
  const found: ProcessFound = {
    extra: calls.map((call) => measure(call, Number(rounds), instruments)),
    twins: (['send', 'recv'] as const).map((direction) => measureTwins(direction, Number(rounds), instruments)),
  };
  console.log(JSON.stringify(found));
  instruments.close();
}
