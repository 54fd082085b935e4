import { answer, setInts, setSlice } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { type CallName, SyscallError } from '../../index';
import { type ArmName, arms } from '../arm';
import type { Pair } from '../transport';
import type { Counts } from './block';

/** Exchanges at the start of a block that are not timed: JavaScript has run before, and the caches are cold. */
export const UNTIMED = 16;

/** The order is that of the native side's structure. */
const counters = new Float64Array(5);
const [CALLS, NS, SHORT, FAILED, FAILED_COUNTERPARTS] = [0, 1, 2, 3, 4];

/** For each size, a half to send from and a half to receive into. */
const buffers = new Map<number, Uint8Array>();

/** Measures one block: so many timed calls over a pair, with one message in flight and no JavaScript in between. */
export function measureBlock(pair: Pair, name: ArmName, size: number, calls: number): Counts {
  const arm = arms[name];
  const [timed, counterpart] = arm.end === 'sender' ? [pair.sender, pair.receiver] : [pair.receiver, pair.sender];
  const buffer = bufferOf(size);
  setInts(timed, counterpart, calls, UNTIMED);
  setSlice(0, size);
  arm.measure(buffer, counters);
  return countsOf(name, answer());
}

function bufferOf(size: number): Uint8Array {
  const known = buffers.get(size);
  if (known !== undefined) return known;
  // Filled, because untouched memory would all be one shared page of zeros.
  const buffer = new Uint8Array(2 * size).fill(0x5a);
  buffers.set(size, buffer);
  return buffer;
}

function countsOf(name: ArmName, result: number): Counts {
  if (result <= MISUSE) throw new RangeError(`the native loop does not take such a block (${result})`);
  const failedCounterparts = counters[FAILED_COUNTERPARTS]!;
  const counts = {
    calls: counters[CALLS]!,
    ns: counters[NS]!,
    short: counters[SHORT]!,
    failed: counters[FAILED]! + failedCounterparts,
  };
  if (result === 0) return counts;
  const failed = failedCounterparts > 0 ? arms[name].counterpart : name;
  return { ...counts, error: new SyscallError<CallName>(failed, result) };
}
