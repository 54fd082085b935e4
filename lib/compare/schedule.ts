import type { ArmName } from './arm';
import type { Cell } from './cell';
import { directions } from './direction';
import type { Random } from './random';

/** One block that is to be measured. */
export interface Slot {
  readonly cell: Cell;
  readonly arm: ArmName;
  readonly control: boolean;
}

/**
 * The blocks of one round: all cells in random order, and in each its arms in random order, one right after the other
 * so that a drift hits all of them alike. The baseline comes twice; which of the two is the control is random too.
 */
export function scheduleRound(cells: readonly Cell[], random: Random): Slot[] {
  return random.shuffled(cells).flatMap((cell) => random.shuffled(slotsOf(cell)));
}

function slotsOf(cell: Cell): Slot[] {
  const { baseline, candidates } = directions[cell.direction];
  return [
    { cell, arm: baseline, control: false },
    { cell, arm: baseline, control: true },
    ...candidates.map((arm) => ({ cell, arm, control: false })),
  ];
}
