import assert from 'node:assert/strict';
import { floorOf, verdictOf } from '../../../lib/compare/statistics';

describe('floorOf', () => {
  it('is the bound that is farther from zero', () => {
    assert.equal(floorOf({ low: -0.5, high: 0.8 }), 0.8);
    assert.equal(floorOf({ low: -0.9, high: 0.8 }), 0.9);
    assert.equal(floorOf({ low: 0.2, high: 0.4 }), 0.4);
  });
});

describe('verdictOf', () => {
  for (const [low, high, floor, verdict] of [
    [1.1, 2, 1, 'more'],
    [1, 2, 1, 'none'],
    [0.5, 2, 1, 'none'],
    [-2, -1.1, 1, 'less'],
    [-2, -1, 1, 'none'],
    [-2, 2, 1, 'none'],
    [-0.1, 2, 0, 'none'],
    [0, 2, 0, 'none'],
    [0.1, 2, 0, 'more'],
  ] as const) {
    it(`says "${verdict}" of [${low}, ${high}] with a floor of ${floor}`, () => {
      assert.equal(verdictOf({ low, high }, floor), verdict);
    });
  }

  it('says nothing without an interval or a floor', () => {
    assert.equal(verdictOf(undefined, 1), 'too few rounds');
    assert.equal(verdictOf({ low: 5, high: 6 }, undefined), 'too few rounds');
  });
});
