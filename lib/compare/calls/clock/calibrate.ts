import { answer } from '../../../core/frame';
import type { NativeCall } from '../../../core/native';

export interface Calibration {
  readonly nsPerTick: number;
  /** By how much it may be wrong, as a fraction of it. */
  readonly uncertainty: number;
  /** Over how long. */
  readonly ms: number;
}

/** How far the two moments are apart at which both clocks are read. */
const MS = 20;
/** Readings at each of them, of which the tightest counts. */
const READINGS = 64;

/** A moment on both clocks: the nanoseconds were read somewhere within the ticks. */
interface Moment {
  readonly ns: bigint;
  readonly before: bigint;
  readonly after: bigint;
}

/** Compares the time stamp counter with CLOCK_MONOTONIC_RAW, which nobody adjusts. */
export function calibrate(readTsc: NativeCall): Calibration {
  const first = moment(readTsc);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MS);
  const last = moment(readTsc);
  const ns = Number(last.ns - first.ns);
  // Twice the middle, as integers.
  const ticks = Number(last.before + last.after - (first.before + first.after)) / 2;
  const slack = Number(last.after - last.before + (first.after - first.before)) / 2;
  // The clock itself counts whole nanoseconds.
  return { nsPerTick: ns / ticks, uncertainty: slack / ticks + 1 / ns, ms: ns / 1e6 };
}

function moment(readTsc: NativeCall): Moment {
  const readings = new BigInt64Array(3 * READINGS);
  readTsc(readings);
  if (answer() !== 0) throw new Error(`the native clocks do not take such an array (${answer()})`);
  let best: Moment | undefined;
  for (let at = 0; at < readings.length; at += 3) {
    const [before, ns, after] = readings.subarray(at, at + 3) as unknown as [bigint, bigint, bigint];
    if (best === undefined || after - before < best.after - best.before) best = { before, ns, after };
  }
  return best!;
}
