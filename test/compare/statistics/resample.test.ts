import assert from 'node:assert/strict';
import { median } from 'simple-statistics';
import { Random } from '../../../lib/compare/random';
import { drawRounds, everyOnce, medianOver } from '../../../lib/compare/statistics/resample';

describe('medianOver', () => {
  for (const [values, expected] of [
    [[5], 5],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[-1, -1, 7, 7], 3],
  ] as const) {
    it(`gives ${expected} for ${values.join(', ')}`, () => {
      assert.equal(medianOver(values)(everyOnce(values.length)), expected);
    });
  }

  it('gives the median of the values that were drawn', () => {
    const random = new Random(1);
    for (const rounds of [1, 2, 7, 10]) {
      const values = Array.from({ length: rounds }, () => random.below(20));
      const over = medianOver(values);
      for (let times = 0; times < 50; times++) {
        const draw = drawRounds(everyOnce(rounds), random);
        const drawn = values.flatMap((value, round) => new Array<number>(draw[round]!).fill(value));
        assert.equal(drawn.length, rounds);
        assert.equal(over(draw), median(drawn));
      }
    }
  });
});
