// node -r ts-node/register/transpile-only process.ts rounds call...: one process of truth.test.ts. Prints what it finds for
// each call as JSON: the medians over its rounds, in ns.
import { median } from 'simple-statistics';
import { AF_UNIX, SOCK_STREAM, close, socketpair } from '../../../../lib';
import { type Arm, type Step, type StepCall, defineArm } from '../../../../lib/compare/calls/arm';
import { type Ends, Instruments, measureBetweenBlock, measureCallBlock } from '../../../../lib/compare/calls/block';

/** What one process found. */
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
    // No step at all: the loop and its clock.
    { name: 'nothing', direction: 'none', steps: [] },
  ];
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function measureRound(arms: readonly Arm[], instruments: Instruments): Found {
  const [sender, receiver] = socketpair(AF_UNIX, SOCK_STREAM);
  const ends: Ends = { sender, receiver, messages: false };
  const ns: Record<string, number> = {};
  for (const arm of shuffled(arms)) {
    // The call alone is made between messages, as it is in the arms.
    const measure = arm.direction === 'none' ? measureBetweenBlock : measureCallBlock;
    const { samples, error } = measure({ ends, arm, size: SIZE, calls: CALLS }, 'native', instruments);
    if (error !== undefined) throw error;
    // The median is not moved by what else goes on.
    ns[arm.name] = median([...samples!['value']!]);
  }
  close(sender);
  close(receiver);
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

if (require.main === module) {
  const [rounds, ...calls] = process.argv.slice(2) as [string, ...StepCall[]];
  const instruments = new Instruments();
  console.log(JSON.stringify(calls.map((call) => measure(call, Number(rounds), instruments))));
  instruments.close();
}
