import type { ArmName } from './arm';
import type { Block } from './block';
import { type Cell, cellKey } from './cell';

/** One arm of a cell: the nanoseconds a call took in each round, the clock's cost in them. */
export type Series = readonly number[];

/** The series of each arm of each cell. */
export class SeriesTable {
  private readonly series = new Map<string, number[]>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      const key = keyOf(block, block.arm, block.control);
      const series = this.series.get(key) ?? [];
      series[block.round] = block.ns / block.calls;
      this.series.set(key, series);
    }
  }

  of(cell: Cell, arm: ArmName, control = false): Series {
    return this.series.get(keyOf(cell, arm, control)) ?? [];
  }
}

function keyOf(cell: Cell, arm: ArmName, control: boolean): string {
  return `${cellKey(cell)} ${arm} ${control}`;
}
