import type { ArmName } from './arm';
import { type Counts, measureBlock, measureClock } from './block';
import type { Cell } from './cell';
import type { Pairs } from './transport';

/** What a run measures with; a test may bring its own. */
export interface Instruments {
  measure(cell: Cell, arm: ArmName, calls: number): Counts;
  /** The clock's cost, in nanoseconds. */
  clockCost(): number;
  /** The time, in milliseconds. */
  now(): number;
}

/** The instruments that measure real calls over open pairs. */
export function socketInstruments(pairs: Pairs): Instruments {
  return {
    measure: ({ transport, size }, arm, calls) => measureBlock(pairs.get(transport)!, arm, size, calls),
    clockCost: measureClock,
    now: () => performance.now(),
  };
}
