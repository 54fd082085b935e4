import assert from 'node:assert/strict';
import { Distributions, Tally } from '../../../lib/compare/run/tally';

const countsOf = (...values: number[]): (readonly (readonly [number, number])[])[] => {
  const tally = new Tally();
  tally.add(0, 'a', 'native', { value: Float64Array.from(values) });
  const all = new Distributions();
  all.add(tally.take());
  return all.records().map(({ counts }) => counts);
};

describe('the distribution of single values', () => {
  it('keeps integers up to 2047 as they are', () => {
    assert.deepEqual(countsOf(7, 0, 2047, 7, 1, 1024), [
      [
        [0, 1],
        [1, 1],
        [7, 2],
        [1024, 1],
        [2047, 1],
      ],
    ]);
  });

  it('keeps three significant digits of any value', () => {
    for (const value of [1e-9, 0.123456, 3.14159, 99.949, 4096, 123_456, 9.87654e11, 1e15]) {
      const [[seen, count]] = countsOf(value)[0]! as [[number, number]];
      assert.equal(count, 1);
      assert.ok(Math.abs(seen - value) <= value / 1000, `${value} ${seen}`);
      assert.equal(Number(seen.toPrecision(2)), Number(value.toPrecision(2)));
    }
  });

  it('keeps negative values apart from positive ones', () => {
    const [counts] = countsOf(-250.4, 250.4, -3);
    assert.equal(counts!.length, 3);
    for (const [place, value] of [-250.4, -3, 250.4].entries()) {
      assert.ok(Math.abs(counts![place]![0] - value) < 0.3, String(counts![place]![0]));
    }
  });

  it('counts each value once, however often it is asked', () => {
    const tally = new Tally();
    const all = new Distributions();
    for (let round = 0; round < 3; round++) {
      tally.add(1, 'a', 'native', { value: Float64Array.of(5, 6), corrected: Float64Array.of(9) });
      all.add(tally.take());
      assert.deepEqual(tally.take(), []);
    }
    assert.deepEqual(all.records(), [
      {
        ...{ cell: 1, arm: 'a', view: 'native', kind: 'value' },
        counts: [
          [5, 3],
          [6, 3],
        ],
      },
      { cell: 1, arm: 'a', view: 'native', kind: 'corrected', counts: [[9, 3]] },
    ]);
  });

  it('counts a part of a larger memory', () => {
    const memory = Float64Array.of(1, 2, 3, 4);
    const tally = new Tally();
    tally.add(0, 'a', 'native', { value: memory.subarray(1, 3) });
    assert.deepEqual(
      tally.take()[0]!.counts.map(([value]) => value),
      [2, 3],
    );
  });
});
