import assert from 'node:assert/strict';
import { isTimeToAsk, isTimeToAskWithin } from '../../../lib/compare/run/shares';
import { estimateOf, scatterError } from '../../../lib/compare/statistics';
import { Nature } from '../analysis/simulated';
import { planOf } from './plans';

describe('isTimeToAsk', () => {
  const asked = (plan: ReturnType<typeof planOf>): number[] =>
    [1, 2, 3, 4, 5, 6].filter((length) => isTimeToAsk(plan, new Array<number>(length)));

  it('is after five processes, and at the end of a run that is limited', () => {
    assert.deepEqual(asked(planOf({ width: 1, processes: 2 })), [5, 6]);
    assert.deepEqual(asked(planOf({ width: 1, processes: 3, rounds: 9 })), [3, 5, 6]);
    assert.deepEqual(asked(planOf({ width: 1, processes: 6, budgetMs: 9 })), [5, 6]);
    assert.deepEqual(asked(planOf({ processes: 2, rounds: 9 })), []);
  });

  for (const processes of [2, 3, 10]) {
    it(`lets intervals hold the truth: ${processes} processes planned`, () => {
      const nature = new Nature(processes);
      let held = 0;
      for (let run = 0; run < 2000; run++) {
        const { low, high } = stopped(nature, processes);
        if (low <= 0 && 0 <= high) held++;
      }
      assert.ok(held >= 0.93 * 2000 && held <= 0.97 * 2000, String(held / 2000));
    });
  }

  /** The interval of the first processes that are told narrow, of a kind that scatter by 1. */
  function stopped(nature: Nature, processes: number): { low: number; high: number } {
    const found: { value: number; weight: number }[] = [];
    for (;;) {
      found.push({ value: nature.normal(), weight: 1 });
      if (!isTimeToAsk(planOf({ width: 3, processes }), found)) continue;
      const centre = found.reduce((sum, { value }) => sum + value, 0) / found.length;
      const { low, high } = estimateOf(centre, scatterError(found, centre), found.length - 1).interval!;
      if (high - low <= 3) return { low, high };
    }
  }
});

describe('isTimeToAskWithin', () => {
  it('is in a process that stays the only one, more and more seldom', () => {
    const asked = (plan: ReturnType<typeof planOf>): number[] =>
      Array.from({ length: 200 }, (_, round) => round).filter((round) => isTimeToAskWithin(plan, round));
    assert.deepEqual(asked(planOf({ width: 1, rounds: 200 })), [32, 64, 128]);
    assert.deepEqual(asked(planOf({ width: 1, rounds: 200, processes: 2 })), []);
    assert.deepEqual(asked(planOf({ width: 1 })), []);
  });
});
