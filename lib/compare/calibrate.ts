import { setImmediate } from 'node:timers/promises';
import type { ArmName } from './arm';
import { checkBlock } from './block-error';
import { type Cell, cellKey } from './cell';
import { directions } from './direction';
import type { Instruments } from './instruments';

/** How long a block should take, counterparts and clock included. */
export const BLOCK_MS = 0.6;

const MIN_CALLS = 10;
const MAX_CALLS = 100_000;
/** Before anything is known of a cell. */
const FIRST_CALLS = 50;

/** The calls of a block, for every cell. */
export type BlockLengths = ReadonlyMap<string, number>;

export interface WarmUp {
  /** How long each cell is warmed up. */
  readonly msPerCell: number;
  readonly signal: AbortSignal;
}

/**
 * Warms every cell up, with the very blocks that will be measured, and chooses how many calls a block there has. All
 * arms of a cell have the same number.
 */
export async function calibrate(
  cells: readonly Cell[],
  instruments: Instruments,
  { msPerCell, signal }: WarmUp,
): Promise<BlockLengths> {
  const lengths = new Map<string, number>();
  for (const cell of cells) {
    if (signal.aborted) break;
    lengths.set(cellKey(cell), warmUp(cell, instruments, msPerCell));
    await setImmediate();
  }
  return lengths;
}

function warmUp(cell: Cell, instruments: Instruments, ms: number): number {
  const { baseline, candidates } = directions[cell.direction];
  const end = instruments.now() + ms;
  let calls = FIRST_CALLS;
  // The fastest that was seen: the others were disturbed, or still cold.
  let fastest = Infinity;
  do {
    const each = [baseline, ...candidates].map((arm) => msPerCall(cell, arm, instruments, calls));
    fastest = Math.min(fastest, ...each);
    calls = lengthFor(fastest);
  } while (instruments.now() < end);
  return calls;
}

function msPerCall(cell: Cell, arm: ArmName, instruments: Instruments, calls: number): number {
  const start = instruments.now();
  checkBlock(cell, arm, instruments.measure(cell, arm, calls));
  return (instruments.now() - start) / calls;
}

function lengthFor(ms: number): number {
  return Math.min(MAX_CALLS, Math.max(MIN_CALLS, Math.round(BLOCK_MS / ms)));
}
