import assert from 'node:assert/strict';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { type Part, combine } from '../../../lib/compare/statistics';
import { Nature } from '../analysis/simulated';

/** The mean of so many values around a truth, with the error that they tell. */
function partOf(nature: Nature, count: number, truth: number): Part {
  const values = Array.from({ length: count }, () => truth + nature.normal());
  return { value: mean(values), error: sampleStandardDeviation(values) / Math.sqrt(count), degrees: count - 1 };
}

function isClose(value: number, expected: number, absolute = 1e-7): void {
  assert.ok(Math.abs(value - expected) < absolute, `${value} is not ${expected}`);
}

describe('combine', () => {
  // Kacker, Metrologia 41 (2004), table 1, first row: Paule and Mandel's tau is 0.8399. The further digits are what R's
  // metafor gives for it: rma(y, v, method = "PM").
  const values = [61, 61.4, 62.21, 62.3, 62.34, 62.6, 62.7, 62.84, 65.9];
  const variances = [0.2025, 1.21, 0.09, 0.2025, 0.3844, 0.5625, 0.0676, 0.0225, 1.8225];
  const parts = values.map((value, index) => ({ value, error: Math.sqrt(variances[index]!) }));

  it('gives what Kacker and metafor give', () => {
    const { mean, tau2, q, i2 } = combine(parts)!;
    isClose(Math.sqrt(tau2), 0.8399, 6e-5);
    isClose(tau2, 0.705395309224248);
    isClose(mean.value, 62.4076199113286);
    isClose(mean.error!, 0.338030602684471);
    isClose(q, 24.801897741835);
    isClose(i2, 67.744403741711);
    // Hartung and Knapp's factor is 1 with this variance; the quantile is Student's with 8 degrees of freedom.
    assert.equal(mean.degrees, 8);
    isClose(mean.interval!.high - mean.value, 2.306004 * 0.338030602684471, 1e-6);
  });

  it('is no narrower than the errors alone make it, where the parts agree better than these let expect', () => {
    const { mean, tau2, i2 } = combine([
      { value: 10, error: 1 },
      { value: 10.01, error: 1 },
      { value: 9.99, error: 1 },
    ])!;
    assert.equal(tau2, 0);
    assert.equal(i2, 0);
    isClose(mean.value, 10);
    isClose(mean.interval!.high - mean.value, 1.959964 / Math.sqrt(3), 1e-6);
  });

  for (const [parts, values, between] of [
    [5, 2, 0],
    [5, 3, 0],
    [10, 2, 0],
    [10, 3, 0],
    [10, 5, 0],
    [20, 3, 0.3],
    [10, 10, 0],
    [5, 5, 0.5],
  ] as const) {
    it(`holds the truth 94 to 98.5 times of 100: ${parts} parts of ${values} values, which differ by ${between}`, () => {
      const nature = new Nature(parts * values);
      let held = 0;
      for (let run = 0; run < 2000; run++) {
        const found = Array.from({ length: parts }, () => partOf(nature, values, between * nature.normal()));
        const { low, high } = combine(found)!.mean.interval!;
        if (low <= 0 && 0 <= high) held++;
      }
      assert.ok(held >= 0.94 * 2000 && held <= 0.985 * 2000, String(held / 2000));
    });
  }

  it('takes an error of many degrees of freedom as it is', () => {
    const known = combine(parts.map((part) => ({ ...part, degrees: 1e9 })))!;
    isClose(known.mean.value, combine(parts)!.mean.value);
    isClose(known.mean.error!, combine(parts)!.mean.error!);
  });

  it('lets a part count the more the better it is known', () => {
    const { mean } = combine([
      { value: 0, error: 1 },
      { value: 3, error: Math.sqrt(2) },
    ])!;
    assert.ok(mean.value > 0.9 && mean.value < 1.5, String(mean.value));
  });

  it('combines parts without any error, and needs two', () => {
    const exact = combine([
      { value: 1, error: 0 },
      { value: 3, error: 0 },
    ])!;
    isClose(exact.mean.value, 2);
    isClose(exact.tau2, 2, 1e-6);
    assert.equal(exact.i2, 100);
    const same = combine([
      { value: 2, error: 0 },
      { value: 2, error: 0 },
    ])!;
    isClose(same.mean.value, 2);
    isClose(same.mean.interval!.high, 2, 1e-6);
    assert.equal(combine([{ value: 1, error: 1 }]), undefined);
  });
});
