import type { ArmName } from './arm';
import { type Counts, measureBlock, measureClock } from './block';
import type { Cell } from './cell';
import { type Pairs, type TransportName, closePairs, openPairs } from './transport';

/** What a run measures with; a test may bring its own. */
export interface Instruments {
  /** Sets up what the next round is measured on. */
  renew(): void;
  measure(cell: Cell, arm: ArmName, calls: number): Counts;
  /** The clock's cost, in nanoseconds. */
  clockCost(): number;
  /** The time, in milliseconds. */
  now(): number;
}

/** Exchanges by which a new connection gets over its beginnings: TCP's quick acknowledgements, buffers that grow. */
const SETTLING = 100;

/**
 * Measures real calls over real sockets, new ones for every round: where the kernel happened to put a pair's structures
 * shifts a difference by a nanosecond or two for as long as the pair lives, and must not be taken for the calls' doing.
 */
export class SocketInstruments implements Instruments {
  private pairs: Pairs = new Map();

  constructor(
    private readonly transports: readonly TransportName[],
    private readonly largest: number,
  ) {}

  renew(): void {
    this.close();
    this.pairs = openPairs(this.transports, this.largest);
    for (const pair of this.pairs.values()) measureBlock(pair, 'send', this.largest, SETTLING);
  }

  measure({ transport, size }: Cell, arm: ArmName, calls: number): Counts {
    return measureBlock(this.pairs.get(transport)!, arm, size, calls);
  }

  clockCost(): number {
    return measureClock();
  }

  now(): number {
    return performance.now();
  }

  close(): void {
    const { pairs } = this;
    this.pairs = new Map();
    closePairs(pairs);
  }
}
