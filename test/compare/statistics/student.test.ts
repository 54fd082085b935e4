import assert from 'node:assert/strict';
import { estimateOf, pOf, studentP, studentQuantile } from '../../../lib/compare/statistics';

function isClose(value: number, expected: number, relative = 1e-6): void {
  assert.ok(Math.abs(value / expected - 1) < relative, `${value} is not ${expected}`);
}

describe('studentQuantile', () => {
  // As in any table of Student's t.
  for (const [degrees, expected] of [
    [1, 12.7062],
    [2, 4.30265],
    [4, 2.77645],
    [9, 2.26216],
    [29, 2.04523],
  ] as const) {
    it(`is ${expected} at 97.5 % with ${degrees} degrees of freedom`, () => {
      isClose(studentQuantile(0.975, degrees), expected, 2e-6);
    });
  }
});

describe('studentP', () => {
  it('is the inverse of the quantile', () => {
    for (const degrees of [1, 2.5, 4, 9, 40]) {
      for (const p of [0.5, 0.05, 0.001]) isClose(studentP(studentQuantile(1 - p / 2, degrees), degrees), p);
    }
  });

  it('has a closed form for one degree and for two', () => {
    for (const t of [0.1, 1, 10, 1e4, 1e8]) {
      isClose(studentP(t, 1), (2 / Math.PI) * Math.atan(1 / t), 1e-5);
      const root = Math.sqrt(2 + t * t);
      isClose(studentP(t, 2), 2 / (root * (root + t)), 1e-5);
    }
  });

  it('is 1 at zero, the same on both sides', () => {
    assert.equal(studentP(0, 4), 1);
    assert.equal(studentP(-3, 4), studentP(3, 4));
  });
});

describe('estimateOf and pOf', () => {
  it('agree: p is 0.05 where the interval begins at zero', () => {
    const { error, interval } = estimateOf(10, 2, 4);
    assert.equal(error, 2);
    const touching = estimateOf(10 - interval!.low, 2, 4);
    assert.ok(Math.abs(touching.interval!.low) < 1e-12);
    isClose(pOf(touching)!, 0.05);
  });

  it('have an answer where nothing scatters, and none without an interval', () => {
    assert.equal(pOf(estimateOf(0, 0, 3)), 1);
    assert.equal(pOf(estimateOf(2, 0, 3)), 0);
    assert.equal(pOf({ value: 2, interval: undefined }), undefined);
  });
});
