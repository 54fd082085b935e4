import type { BlockRecord } from '../record';

/** The blocks of one arm in one cell and view, by process, in the order of their rounds. */
export type ArmBlocks = ReadonlyMap<number, readonly BlockRecord[]>;

export interface Place {
  readonly cell: number;
  readonly view: string;
}

/** Finds blocks. What a run that was cut short does not have is empty. */
export class BlockTable {
  private readonly blocks = new Map<string, Map<number, BlockRecord[]>>();

  constructor(blocks: readonly BlockRecord[]) {
    for (const block of blocks) {
      const key = keyOf(block, block.arm, block.control);
      let processes = this.blocks.get(key);
      if (processes === undefined) this.blocks.set(key, (processes = new Map<number, BlockRecord[]>()));
      const list = processes.get(block.process);
      if (list === undefined) processes.set(block.process, [block]);
      else list.push(block);
    }
    for (const processes of this.blocks.values()) {
      for (const list of processes.values()) list.sort((one, other) => one.round - other.round);
    }
  }

  of(place: Place, arm: string, control = false): ArmBlocks {
    return this.blocks.get(keyOf(place, arm, control)) ?? new Map<number, BlockRecord[]>();
  }
}

/** The block's mean, what measuring adds still in it; undefined if nothing was measured. */
export function valueOf({ calls, total }: BlockRecord): number | undefined {
  const value = total / calls;
  return Number.isFinite(value) ? value : undefined;
}

export function valuesOf(blocks: readonly BlockRecord[]): number[] {
  return blocks.map(valueOf).filter((value) => value !== undefined);
}

function keyOf({ cell, view }: Place, arm: string, control: boolean): string {
  return `${cell} ${control} ${view} ${arm}`;
}
