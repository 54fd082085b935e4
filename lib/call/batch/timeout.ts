import { types } from 'node:util';
import { outOfRange, wrongType } from '../../core/misuse';

const MILLISECONDS = 1000;
const NANOSECONDS = 1_000_000_000n;

/** The memory for a timeout in the raw door, as the addon takes it. */
export function timeoutMemory(timeout: BigInt64Array | undefined): BigInt64Array | undefined {
  if (timeout === undefined || types.isBigInt64Array(timeout)) return timeout;
  throw wrongType('timeout', 'a BigInt64Array or undefined', timeout);
}

/** A timeout in milliseconds as seconds and nanoseconds, of which the nanoseconds are never negative. */
export function timeoutOf(milliseconds: number | undefined): BigInt64Array | undefined {
  if (milliseconds === undefined) return undefined;
  if (typeof milliseconds !== 'number') throw wrongType('timeout', 'of type number', milliseconds);
  if (!(Math.abs(milliseconds) <= Number.MAX_SAFE_INTEGER)) {
    throw outOfRange('timeout', '>= -9007199254740991 && <= 9007199254740991', milliseconds);
  }
  const seconds = Math.floor(milliseconds / MILLISECONDS);
  const nanoseconds = BigInt(Math.round((milliseconds - seconds * MILLISECONDS) * 1e6));
  return BigInt64Array.of(BigInt(seconds) + nanoseconds / NANOSECONDS, nanoseconds % NANOSECONDS);
}
