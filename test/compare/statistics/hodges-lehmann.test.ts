import assert from 'node:assert/strict';
import fc from 'fast-check';
import { median } from 'simple-statistics';
import { hodgesLehmann } from '../../../lib/compare/statistics';

/** By definition: all n²/2 averages. */
function byDefinition(values: readonly number[]): number {
  return median(values.flatMap((one, index) => values.slice(index).map((other) => (one + other) / 2)));
}

function isClose(one: number, other: number, size: number): void {
  assert.ok(Math.abs(one - other) <= 1e-12 * size, `${one} is not ${other}`);
}

describe('hodgesLehmann', () => {
  it('gives 0.46 for the depression scores of Hollander and Wolfe', () => {
    // Nonparametric Statistical Methods, 1973, page 29: two measurements of nine patients.
    const x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const differences = x.map((value, index) => value - y[index]!);
    isClose(hodgesLehmann(differences), 0.46, 1);
  });

  it('is NaN for nothing, and the value of one', () => {
    assert.equal(hodgesLehmann([]), NaN);
    assert.equal(hodgesLehmann([7]), 7);
    assert.equal(hodgesLehmann([7, 8]), 7.5);
  });

  it('is what its definition says, for values of any size', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        isClose(hodgesLehmann(list), byDefinition(list), Math.max(1e-300, ...list.map(Math.abs)));
      }),
      { numRuns: 500 },
    );
  });

  it('is what its definition says, for many equal values', () => {
    const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(values, (list) => assert.equal(hodgesLehmann(list) + 0, byDefinition(list) + 0)),
      { numRuns: 500 },
    );
  });

  it('is what its definition says, with outliers far away', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 6, max: 12 }), (list, power) => {
        const far = [...list, 10 ** power, 10 ** power + 1, -(10 ** (power - 2))];
        assert.equal(hodgesLehmann(far) + 0, byDefinition(far) + 0);
      }),
    );
  });

  it('shifts and turns with its values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 200 }), (list) => {
        const centre = hodgesLehmann(list);
        assert.equal(hodgesLehmann(list.map((value) => value + 128)), centre + 128);
        assert.equal(hodgesLehmann(list.map((value) => -value)) + 0, -centre + 0);
      }),
    );
  });

  it('takes less than n² steps', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => Math.sin(index) * 1000);
    assert.ok(Math.abs(hodgesLehmann(values)) < 0.1);
  });
});
