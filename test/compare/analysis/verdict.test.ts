import assert from 'node:assert/strict';
import { floorOf, verdictOf } from '../../../lib/compare/analysis';

describe('floorOf', () => {
  it('is the bound that is farther from zero', () => {
    assert.equal(floorOf({ low: -0.5, high: 0.8 }), 0.8);
    assert.equal(floorOf({ low: -0.9, high: 0.8 }), 0.9);
    assert.equal(floorOf({ low: 0.2, high: 0.4 }), 0.4);
  });
});

describe('verdictOf', () => {
  for (const [low, high, floor, band, adjusted, verdict] of [
    [3, 5, 1, 0.5, 0.01, 'more'],
    [-5, -3, 1, 0.5, 0.01, 'less'],
    // Each of the three conditions is needed.
    [3, 5, 1, 0.5, 0.05, 'none'],
    [3, 5, 3, 0.5, 0.01, 'none'],
    [-5, -3, 3, 0.5, 0.01, 'none'],
    [3, 5, 1, 4, 0.01, 'none'],
    // It is the interval that has to be beyond what is too small to matter, not its middle.
    [0.3, 1.72, 0.2, 1, 0.01, 'none'],
    [-1.72, -0.3, 0.2, 1, 0.01, 'none'],
    [1.01, 3, 0.2, 1, 0.01, 'more'],
    // Small enough not to matter, whatever the p-value.
    [0.1, 0.4, 0.01, 0.5, 0.001, 'negligible'],
    [-0.5, 0.5, 1, 0.5, 1, 'negligible'],
    [-0.6, 0.4, 1, 0.5, 1, 'none'],
    [-5, 5, 1, 0.5, 1, 'none'],
  ] as const) {
    it(`says "${verdict}" of [${low}, ${high}], floor ${floor}, band ${band}, p ${adjusted}`, () => {
      const shift = { value: (low + high) / 2, interval: { low, high } };
      assert.equal(verdictOf({ shift, floor, band, adjusted }), verdict);
    });
  }

  it('says "too few" without an interval or a floor', () => {
    const shift = { value: 4, interval: { low: 3, high: 5 } };
    const rest = { band: 0.5, adjusted: 0.01 };
    assert.equal(verdictOf({ shift: { value: 4, interval: undefined }, floor: 1, ...rest }), 'too few');
    assert.equal(verdictOf({ shift, floor: undefined, ...rest }), 'too few');
    assert.equal(verdictOf({ shift, floor: 1, band: 0.5, adjusted: undefined }), 'too few');
  });
});
