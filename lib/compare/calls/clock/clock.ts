import { readFileSync } from 'node:fs';
import { native } from '../../../core/native';
import { calibrate } from './calibrate';
import { tscFault } from './invariant';

export type ClockName = 'tsc' | 'clock_gettime';

/** What the native loops read before and after what they time. */
export interface Clock {
  readonly name: ClockName;
  /** As the native loops know it. */
  readonly number: number;
  readonly nsPerTick: number;
  /** By how much `nsPerTick` may be wrong, as a fraction of it; 0 for a clock that counts nanoseconds. */
  readonly uncertainty: number;
  /** Which clock it is and why, in a sentence. */
  readonly note: string;
}

/** A clock was asked for that cannot be had; the message says why. */
export class ClockError extends Error {}

/**
 * Chooses the clock: the processor's time stamp counter where it is invariant, else clock_gettime(CLOCK_MONOTONIC).
 * To calibrate the former takes some 20 ms.
 *
 * @throws ClockError if `tsc` is asked for and not to be trusted here.
 */
export function openClock(wanted: 'auto' | ClockName = 'auto'): Clock {
  if (wanted === 'clock_gettime') return monotonic('');
  const fault = findFault();
  if (fault === undefined) return tsc();
  if (wanted === 'tsc') throw new ClockError(`the time stamp counter can't be the clock here: ${fault}`);
  return monotonic(`, not the time stamp counter: ${fault}`);
}

function monotonic(why: string): Clock {
  const note = `The clock is clock_gettime(CLOCK_MONOTONIC)${why}.`;
  return { name: 'clock_gettime', number: 0, nsPerTick: 1, uncertainty: 0, note };
}

function tsc(): Clock {
  const { nsPerTick, uncertainty, ms } = calibrate(native.readTsc!);
  const gigahertz = `${(1 / nsPerTick).toFixed(6)} GHz ± ${(uncertainty * 1e6).toFixed(1)} ppm`;
  const note =
    `The clock is the processor's time stamp counter, which is invariant here: ${gigahertz}, ` +
    `calibrated against CLOCK_MONOTONIC_RAW over ${ms.toFixed(0)} ms.`;
  return { name: 'tsc', number: 1, nsPerTick, uncertainty, note };
}

function findFault(): string | undefined {
  if (native.readTsc === undefined) return 'there is none on this kind of processor';
  const source = '/sys/devices/system/clocksource/clocksource0';
  return tscFault({
    cpuinfo: contents('/proc/cpuinfo'),
    current: contents(`${source}/current_clocksource`).trim(),
    available: contents(`${source}/available_clocksource`).trim().split(/\s+/),
  });
}

/** What a file says, or nothing where it is not there: then nothing vouches for the counter. */
function contents(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
