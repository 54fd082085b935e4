import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Counts, percentilesOf, quantileFunction } from '../../../lib/compare/statistics';

const SHARES = { p50: 0.5, p90: 0.9, p99: 0.99, p999: 0.999, p9999: 0.9999 } as const;

describe('percentilesOf', () => {
  it('has nothing to say of nothing', () => {
    assert.equal(percentilesOf([], 0), undefined);
    assert.equal(percentilesOf([[5, 0]], 0), undefined);
  });

  it('gives the ranks of 1 to 100 000', () => {
    const counts = Array.from({ length: 100_000 }, (_, index): [number, number] => [index + 1, 1]);
    const found = percentilesOf(counts, 0)!;
    assert.equal(found.count, 100_000);
    assert.equal(found.max, 100_000);
    for (const [name, share] of Object.entries(SHARES)) {
      const value = found[name as keyof typeof SHARES];
      assert.ok(Math.abs(value / (share * 100_000) - 1) <= 0.001, `${name}: ${value}`);
    }
  });

  it('keeps three digits of fractions and of large numbers, whatever the counts', () => {
    const counts = fc.array(
      fc.tuple(fc.double({ min: 0.02, max: 5e9, noNaN: true }), fc.integer({ min: 1, max: 3_000_000 })),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(counts, (list: Counts) => {
        const found = percentilesOf(list, 0)!;
        assert.equal(
          found.count,
          list.reduce((sum, [, count]) => sum + count, 0),
        );
        assert.equal(found.max, Math.max(...list.map(([value]) => value)));
        const exact = quantileFunction(list, Object.values(SHARES));
        Object.keys(SHARES).forEach((name, index) => {
          const value = found[name as keyof typeof SHARES];
          assert.ok(Math.abs(value / exact[index]! - 1) <= 0.0015, `${name}: ${value}, not ${exact[index]!}`);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('subtracts what measuring adds, after the digits are cut', () => {
    const [plain, less] = [percentilesOf([[250.4, 7]], 0)!, percentilesOf([[250.4, 7]], 20.4)!];
    assert.ok(Math.abs(plain.p50 - 250.4) < 0.26);
    assert.equal(less.p50, plain.p50 - 20.4);
    assert.equal(less.max, 230);
  });

  it('gives values below zero, and zero, for what they are', () => {
    const half = percentilesOf(
      [
        [-5, 50],
        [100, 50],
      ],
      0,
    )!;
    assert.ok(Math.abs(half.p50 + 5) <= 0.005, String(half.p50));
    assert.ok(Math.abs(half.p90 - 100) <= 0.1 && half.max === 100);
    const below = percentilesOf(
      [
        [-300, 1],
        [-2.5, 989],
        [-1, 10],
      ],
      2,
    )!;
    assert.ok(Math.abs(below.p50 + 4.5) <= 0.003 && Math.abs(below.p9999 + 3) <= 0.001, JSON.stringify(below));
    assert.deepEqual([below.count, below.max], [1000, -3]);
    const none = percentilesOf(
      [
        [-3, 4],
        [0, 5],
        [7, 1],
      ],
      0,
    )!;
    assert.deepEqual([none.p50, none.p90, none.count], [0, 0, 10]);
  });

  it('has the ranks of quantiles, on both sides of zero', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 5000 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(counts, (list: Counts) => {
        const found = percentilesOf(list, 0)!;
        const exact = quantileFunction(list, Object.values(SHARES));
        Object.keys(SHARES).forEach((name, index) => {
          const value = found[name as keyof typeof SHARES];
          assert.ok(Math.abs(value - exact[index]!) <= Math.abs(exact[index]!) / 500, `${name}: ${value}`);
        });
      }),
      { numRuns: 100 },
    );
  });
});
