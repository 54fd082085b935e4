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

  it('takes zero and less for the smallest value there is', () => {
    const found = percentilesOf(
      [
        [-3, 5],
        [0, 5],
        [100, 1],
      ],
      0,
    )!;
    assert.equal(found.count, 11);
    assert.ok(Math.abs(found.p50) < 0.11, String(found.p50));
  });
});
