import type { Random } from '../random';
import type { CellRecord } from '../record';

/** One block that is to be measured. */
export interface Slot {
  /** The index of its cell. */
  readonly cell: number;
  readonly arm: string;
  readonly control: boolean;
  readonly view: string;
}

/**
 * The blocks of one round, by cell: all cells in random order. In each its arms come in random order, one right after
 * the other so that a drift hits all of them alike; the baseline comes twice, and which of the two is the control is
 * random too. The blocks of the other views come after those, so that they can't disturb what verdicts are on.
 */
export function scheduleRound(cells: readonly CellRecord[], random: Random): Slot[][] {
  return random.shuffled([...cells.keys()]).map((cell) => {
    const { contest, views } = cells[cell]!;
    const arms = [contest.baseline, ...contest.candidates];
    return views.flatMap((view, place) => {
      const slots = arms.map((arm) => ({ cell, arm, control: false, view }));
      if (place === 0) slots.push({ cell, arm: contest.baseline, control: true, view });
      return random.shuffled(slots);
    });
  });
}
