import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distributionFunction, quantileFunction, quantileShifts } from '../../../lib/compare/statistics';

describe('distributionFunction', () => {
  it('has a step for each value that was seen, in order, the last one to 1', () => {
    assert.deepEqual(
      distributionFunction([
        [3, 1],
        [1, 2],
        [2, 0],
        [5, 1],
      ]),
      [
        { value: 1, share: 0.5 },
        { value: 3, share: 0.75 },
        { value: 5, share: 1 },
      ],
    );
    assert.deepEqual(distributionFunction([]), []);
  });
});

describe('quantileFunction', () => {
  it('gives the smallest value that so large a share is not above', () => {
    const counts = [
      [10, 1],
      [20, 2],
      [30, 1],
    ] as const;
    assert.deepEqual(quantileFunction(counts, [0, 0.25, 0.26, 0.75, 0.76, 1], 5), [5, 5, 15, 15, 25, 25]);
    assert.deepEqual(quantileFunction([], [0.5]), []);
  });

  it('finds each value in the sorted list of all', () => {
    const counts = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 })), {
      selector: ([value]) => value,
      minLength: 1,
    });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 10 }), (list, tenths) => {
        const all = list.flatMap(([value, count]) => new Array<number>(count).fill(value)).sort((a, b) => a - b);
        const expected = all[Math.ceil((tenths * all.length) / 10) - 1];
        assert.deepEqual(quantileFunction(list, [tenths / 10]), [expected]);
      }),
    );
  });
});

describe('quantileShifts', () => {
  it('is the same everywhere for a distribution that was only moved', () => {
    const from = Array.from({ length: 40 }, (_, index): [number, number] => [index ** 2, 1 + (index % 3)]);
    const moved = from.map(([value, count]): [number, number] => [value + 33, count]);
    assert.deepEqual(quantileShifts(moved, from, [0.1, 0.5, 0.9]), [33, 33, 33]);
    assert.deepEqual(quantileShifts(moved, [], [0.1]), []);
  });
});
