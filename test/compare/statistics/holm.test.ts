import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holm } from '../../../lib/compare/statistics';

describe('holm', () => {
  it('gives what the textbook gives', () => {
    // Four hypotheses at p = 0.01, 0.04, 0.03, 0.005: adjusted 0.03, 0.06, 0.06, 0.02.
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(12)));
    assert.deepEqual(adjusted, [0.03, 0.06, 0.06, 0.02]);
  });

  it('leaves one p-value as it is, and none above 1', () => {
    assert.deepEqual(holm([]), []);
    assert.deepEqual(holm([0.3]), [0.3]);
    assert.deepEqual(holm([0.6, 0.7]), [1, 1]);
  });

  it('rejects what the step-down procedure rejects', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(ps, (list) => {
        // From the smallest on, p-values are held against alpha / (how many are left), until one is not below.
        const rejected = new Set<number>();
        const order = list.map((_, index) => index).sort((one, other) => list[one]! - list[other]!);
        for (const [rank, index] of order.entries()) {
          if (!((list.length - rank) * list[index]! < 0.05)) break;
          rejected.add(index);
        }
        holm(list).forEach((p, index) => assert.equal(p < 0.05, rejected.has(index)));
      }),
    );
  });
});
