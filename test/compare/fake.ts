import type { ArmName } from '../../lib/compare/arm';
import type { Block, Counts } from '../../lib/compare/block';
import type { Cell } from '../../lib/compare/cell';
import { directions } from '../../lib/compare/direction';
import type { Instruments } from '../../lib/compare/instruments';
import { Random } from '../../lib/compare/random';
import type { Run } from '../../lib/compare/run';
import { scheduleRound } from '../../lib/compare/schedule';

export const CELL: Cell = { transport: 'socketpair', size: 64, direction: 'send' };

/** Instruments without sockets: a call takes what `ns` says, and a block lets the clock go on by that. */
export class FakeInstruments implements Instruments {
  readonly measured: { cell: Cell; arm: ArmName; calls: number }[] = [];
  renewals = 0;
  private time = 0;

  constructor(private readonly ns: (cell: Cell, arm: ArmName) => number | Counts = () => 300) {}

  renew(): void {
    this.renewals++;
  }

  measure(cell: Cell, arm: ArmName, calls: number): Counts {
    this.measured.push({ cell, arm, calls });
    const ns = this.ns(cell, arm);
    if (typeof ns !== 'number') return ns;
    this.time += (ns * calls) / 1e6;
    return { calls, ns: ns * calls, short: 0, failed: 0 };
  }

  clockCost(): number {
    return 20;
  }

  now(): number {
    return this.time;
  }
}

/** Normally distributed noise. */
export function normal(random: Random): number {
  const uniform = (): number => (random.below(0xffffff) + 1) / 0x1000000;
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A run as it would be, if a call of an arm took `ns` in a round. */
export function fakeRun(cells: readonly Cell[], rounds: number, ns: (cell: Cell, arm: ArmName) => number): Run {
  const random = new Random(1);
  const blocks: Block[] = [];
  for (let round = 0; round < rounds; round++) {
    scheduleRound(cells, random).forEach(({ cell, arm, control }, position) => {
      blocks.push({ round, position, ...cell, arm, control, calls: 10, ns: 10 * ns(cell, arm), short: 0, failed: 0 });
    });
  }
  return {
    plan: { cells, seed: 1, budgetMs: Infinity, rounds },
    end: 'rounds',
    failure: undefined,
    rounds,
    blocks,
    lengths: new Map([['', 10]]),
    clock: new Array<number>(rounds).fill(20),
    warmUpMs: 100,
    elapsedMs: 1100,
  };
}

/** Whether an arm is what the cell's others are compared with. */
export function isBaseline(cell: Cell, arm: ArmName): boolean {
  return directions[cell.direction].baseline === arm;
}
