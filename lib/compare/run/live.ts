import { medianAbsoluteDeviation, median } from 'simple-statistics';
import type { CellRecord } from '../record';
import type { OwnBlock } from './message';
import type { LiveEstimate } from './progress';

/** Before so many rounds there is nothing to say. */
const LEAST = 5;

/** Half a 95 % interval of a normal distribution's median, in median absolute deviations of one value. */
const HALF_WIDTH = 1.96 * 1.4826 * Math.sqrt(Math.PI / 2);

/** What can be said cheaply while it is measured: each comparison's paired differences, as if rounds were all alike. */
export class Live {
  private readonly differences: Map<string, number[]>[];

  constructor(private readonly cells: readonly CellRecord[]) {
    this.differences = cells.map(({ contest }) => new Map(contest.candidates.map((arm) => [arm, []])));
  }

  add(blocks: readonly OwnBlock[]): void {
    const means = this.cells.map(() => new Map<string, number>());
    for (const { cell, view, control, arm, total, calls } of blocks) {
      if (view === this.cells[cell]!.views[0] && !control) means[cell]!.set(arm, total / calls);
    }
    this.cells.forEach(({ contest }, cell) => {
      const baseline = means[cell]!.get(contest.baseline);
      for (const [arm, differences] of this.differences[cell]!) {
        const candidate = means[cell]!.get(arm);
        if (baseline !== undefined && candidate !== undefined) differences.push(candidate - baseline);
      }
    });
  }

  estimates(): LiveEstimate[] {
    return this.cells.flatMap(({ cell, contest }, index) =>
      contest.candidates.flatMap((candidate) => {
        const differences = this.differences[index]!.get(candidate)!;
        if (differences.length < LEAST) return [];
        const value = median(differences);
        const half = (HALF_WIDTH * medianAbsoluteDeviation(differences)) / Math.sqrt(differences.length);
        return [{ cell, baseline: contest.baseline, candidate, value, low: value - half, high: value + half }];
      }),
    );
  }

  /** The one with the widest interval. */
  leastCertain(): LiveEstimate | undefined {
    return this.estimates().reduce<LiveEstimate | undefined>(
      (widest, each) => (widest !== undefined && widest.high - widest.low >= each.high - each.low ? widest : each),
      undefined,
    );
  }
}
