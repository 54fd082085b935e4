import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Random } from '../../../lib/compare/random';
import { STEADY_ALPHA, STEADY_STRETCH, isSteady, pettitt } from '../../../lib/compare/statistics';

// Table 1 of Pettitt (1979), where K = 232, p = 0.0146 and the change comes after the 17th value.
const published = [
  -1.05, 0.96, 1.22, 0.58, -0.98, -0.03, -1.54, -0.71, -0.35, 0.66, 0.44, 0.91, -0.02, -1.42, 1.26, -1.02, -0.81, 1.66,
  1.05, 0.97, 2.14, 1.22, -0.24, 1.6, 0.72, -0.12, 0.44, 0.03, 0.66, 0.56, 1.37, 1.66, 0.1, 0.8, 1.29, 0.49, -0.07,
  1.18, 3.29, 1.84,
];

describe('pettitt', () => {
  it("gives what the author's example gives", () => {
    const { at, p } = pettitt(published);
    assert.equal(at, 17);
    assert.ok(Math.abs(p - 0.0146) < 0.00005, String(p));
  });

  it('has nothing to say of no values, one value, and equal values', () => {
    for (const values of [[], [1], [2, 2, 2, 2]]) assert.deepEqual(pettitt(values), { at: 0, p: 1 });
  });

  it('depends on ranks alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 }), (values) => {
        assert.deepEqual(pettitt(values.map((value) => Math.exp(value))), pettitt(values));
      }),
    );
  });
});

describe('isSteady', () => {
  const noise = (random: Random): number => random.below(1000) / 1000;
  const series = (seed: number, level: (index: number) => number, length = STEADY_STRETCH): number[] => {
    const random = new Random(seed);
    return Array.from({ length }, (_, index) => level(index) + noise(random));
  };
  const share = (level: (index: number) => number, length?: number): number => {
    let steady = 0;
    for (let seed = 0; seed < 400; seed++) if (isSteady(series(seed, level, length))) steady++;
    return steady / 400;
  };

  it('is false for too short a series', () => {
    assert.equal(isSteady(series(1, () => 0, STEADY_STRETCH - 1)), false);
  });

  it('is true for what does not change, but for the share that its level allows', () => {
    assert.ok(share(() => 0) >= 1 - STEADY_ALPHA, String(share(() => 0)));
  });

  it('is false while there is a step, a slope, or a curve that levels off', () => {
    assert.ok(share((index) => (index < STEADY_STRETCH / 2 ? 1 : 0)) < 0.02);
    assert.ok(share((index) => -2 * (index / STEADY_STRETCH)) < 0.02);
    assert.ok(share((index) => 3 * Math.exp(-index / (STEADY_STRETCH / 3))) < 0.02);
  });

  it('forgets what came before its stretch', () => {
    assert.ok(share((index) => (index < 15 ? 5 : 0), 15 + STEADY_STRETCH) >= 1 - STEADY_ALPHA);
  });

  it('does not mind single blocks that were interrupted', () => {
    assert.ok(share((index) => (index === 7 || index === 20 ? 1e6 : 0)) >= 0.88);
  });
});
