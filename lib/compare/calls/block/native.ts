import { MISUSE } from '../../../core/answer';
import { answer, setWides } from '../../../core/frame';
import { type NativeCall, native } from '../../../core/native';
import { type ProgramStep, programOf } from '../arm';
import type { Clock } from '../clock';
import type { Counters } from '../counter';
import { type Found, type Loop, type Plan, UNTIMED, failureOf } from './plan';
import { bufferOf, samplesFor } from './room';

const loops: Readonly<Record<Loop, NativeCall>> = {
  call: native.measureCall,
  eagain: native.measureEagain,
  alone: native.measureAlone,
  between: native.measureBetween,
};

/** The order is that of the native side's structure. */
const settings = new Int32Array(9);
const tally = new Float64Array(8);
const [CALLS, TOTAL, SHORT, FAILED, FAILED_COUNTERPARTS, EAGAIN, UNEXPECTED, FAILED_STEP] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Arms are measured again and again. */
const programs = new WeakMap<readonly ProgramStep[], Int32Array>();

/** What native loops measure with. */
export interface Meter {
  readonly clock: Clock;
  /** They count in the timed calls alone. */
  readonly counters?: Counters | undefined;
  /** What is in a value that is not the calls', in ns, to be taken off. */
  readonly surplus?: number;
}

/** Runs a native loop, with no JavaScript between two calls. */
export function runNative(loop: Loop, plan: Plan, { clock, counters, surplus = 0 }: Meter): Found {
  const { steps, timed, counterpart, messages, size, calls, patience } = plan;
  const samples = samplesFor(Math.max(calls, UNTIMED));
  const leader = counters?.leader ?? -1;
  settings.set([timed, counterpart, size, calls, UNTIMED, clock.number, leader, messages ? 1 : 0, patience]);
  const program = programFor(steps);
  setWides(clock.nsPerTick);
  loops[loop](settings, program, bufferOf(size), tally, samples);
  const result = answer();
  if (result <= MISUSE) throw new RangeError(`the native loop does not take such a block (${result})`);
  const values = samples.subarray(0, tally[CALLS]);
  if (surplus !== 0) values.forEach((value, index) => (values[index] = value - surplus));
  return {
    calls: tally[CALLS]!,
    total: tally[TOTAL]! - surplus * tally[CALLS]!,
    short: tally[SHORT]!,
    failed: tally[FAILED]! + tally[FAILED_COUNTERPARTS]!,
    eagain: tally[EAGAIN]!,
    unexpected: tally[UNEXPECTED]!,
    samples: { value: values },
    ...(result === 0 ? {} : { error: failureOf(steps, tally[FAILED_STEP]!, result) }),
  };
}

function programFor(steps: readonly ProgramStep[]): Int32Array {
  let program = programs.get(steps);
  if (program === undefined) programs.set(steps, (program = programOf(steps)));
  return program;
}
