import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cliffDelta } from '../../../lib/compare/statistics';

describe('cliffDelta', () => {
  it('is 1 if all are above, -1 if all are below, 0 if equal', () => {
    assert.equal(cliffDelta([5, 6], [1, 2, 3]), 1);
    assert.equal(cliffDelta([1, 2, 3], [5, 6]), -1);
    assert.equal(cliffDelta([1, 2], [1, 2]), 0);
    assert.equal(cliffDelta([7, 7], [7]), 0);
  });

  it('is NaN if there is nothing to compare', () => {
    assert.equal(cliffDelta([], [1]), NaN);
    assert.equal(cliffDelta([1], []), NaN);
  });

  it('is what its definition says', () => {
    const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const signs: number[] = one.flatMap((a) => other.map((b) => Math.sign(a - b)));
        const expected = signs.reduce((sum, sign) => sum + sign, 0) / signs.length;
        assert.equal(cliffDelta(one, other), expected);
      }),
    );
  });
});
