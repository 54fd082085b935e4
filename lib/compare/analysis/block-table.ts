import type { BlockRecord } from '../record';

/** The blocks of one arm in one cell and view, by process, in the order of their rounds. */
export type ArmBlocks = ReadonlyMap<number, readonly BlockRecord[]>;

export interface Place {
  readonly cell: number;
  readonly view: string;
}

type ByProcess = Map<number, BlockRecord[]>;

/** Finds blocks. What a run that was cut short does not have is empty. */
export class BlockTable {
  /** By cell, view, arm, and process; the second by the same of the controls. Nested, because there may be a million. */
  private readonly blocks = [new Map<number, ByView>(), new Map<number, ByView>()] as const;

  constructor(blocks: readonly BlockRecord[]) {
    for (const block of blocks) {
      const views = found(this.blocks[block.control ? 1 : 0], block.cell, () => new Map() as ByView);
      const arms = found(views, block.view, () => new Map() as ByArm);
      const processes = found(arms, block.arm, () => new Map() as ByProcess);
      found(processes, block.process, () => []).push(block);
    }
  }

  of({ cell, view }: Place, arm: string, control = false): ArmBlocks {
    const processes = this.blocks[control ? 1 : 0].get(cell)?.get(view)?.get(arm) ?? (new Map() as ByProcess);
    for (const list of processes.values()) list.sort((one, other) => one.round - other.round);
    return processes;
  }
}

type ByArm = Map<string, ByProcess>;
type ByView = Map<string, ByArm>;

function found<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}

/** The block's mean, what measuring adds still in it; undefined if nothing was measured. */
export function valueOf({ calls, total }: BlockRecord): number | undefined {
  const value = total / calls;
  return Number.isFinite(value) ? value : undefined;
}

export function valuesOf(blocks: readonly BlockRecord[]): number[] {
  return blocks.map(valueOf).filter((value) => value !== undefined);
}
