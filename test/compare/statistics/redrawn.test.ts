import assert from 'node:assert/strict';
import { median, sampleStandardDeviation } from 'simple-statistics';
import { Random } from '../../../lib/compare/random';
import { drawUnits, hodgesLehmann, redrawnCentres, redrawnMedians } from '../../../lib/compare/statistics';

const random = new Random(11);

/** Units that lie apart by so much, of values that scatter over 1. */
function unitsApart(apart: number, lengths: readonly number[]): number[][] {
  return lengths.map((length) => {
    const offset = (apart * random.below(1000)) / 1000;
    return Array.from({ length }, () => offset + random.below(1000) / 1000);
  });
}

function drawn(units: readonly (readonly number[])[], draw: Float64Array): number[] {
  return units.flatMap((unit, index) => new Array<readonly number[]>(draw[index]!).fill(unit).flat());
}

describe('drawUnits', () => {
  it('draws as many units as there are, each about as often as any other', () => {
    const draws = drawUnits(5, 4000, new Random(1));
    const sums = [0, 0, 0, 0, 0];
    for (const draw of draws) {
      assert.equal(
        draw.reduce((sum, times) => sum + times, 0),
        5,
      );
      draw.forEach((times, unit) => (sums[unit]! += times));
    }
    for (const sum of sums) assert.ok(Math.abs(sum - 4000) < 250, String(sum));
    assert.deepEqual(drawUnits(5, 10, new Random(1)), draws.slice(0, 10));
  });
});

describe('redrawnCentres', () => {
  for (const [name, apart, lengths] of [
    ['units that are alike', 0, [20, 20, 20, 20]],
    ['units that lie apart', 1, [15, 15, 15, 15, 15]],
    ['units that lie far apart', 10, [12, 12, 12, 12, 12, 12]],
    ['units of different lengths', 1, [30, 5, 12]],
  ] as const) {
    it(`estimates each draw nearly as it would be by itself: ${name}`, () => {
      const units = unitsApart(apart, lengths);
      const draws = drawUnits(units.length, 200, random);
      const exact = draws.map((draw) => hodgesLehmann(drawn(units, draw)));
      const found = redrawnCentres(units, draws);
      const spread = sampleStandardDeviation(exact);
      found.forEach((centre, index) => assert.ok(Math.abs(centre - exact[index]!) < spread / 2));
      assert.ok(Math.abs(sampleStandardDeviation(found) / spread - 1) < 0.04);
    });
  }

  for (const [name, lengths, far] of [
    ['a unit that lies far away', new Array<number>(10).fill(20), new Array<number>(20).fill(1000)],
    ['a single value that lies far away', [20, 20, 20, 20, 20], [5000]],
  ] as const) {
    it(`has the scatter of the draws themselves: ${name}`, () => {
      const units = [...unitsApart(0.3, lengths), far];
      const draws = drawUnits(units.length, 200, random);
      const exact = sampleStandardDeviation(draws.map((draw) => hodgesLehmann(drawn(units, draw))));
      const ratio = sampleStandardDeviation(redrawnCentres(units, draws)) / exact;
      assert.ok(Math.abs(ratio - 1) < 0.03, String(ratio));
    });
  }

  it('has the scatter of the draws themselves where there are few values, and skewed', () => {
    const units = [1, 5, 2, 30, 9].map((value) => [value, value ** 2]);
    const draws = drawUnits(units.length, 200, random);
    const exact = sampleStandardDeviation(draws.map((draw) => hodgesLehmann(drawn(units, draw))));
    const ratio = sampleStandardDeviation(redrawnCentres(units, draws)) / exact;
    assert.ok(Math.abs(ratio - 1) < 0.03, String(ratio));
  });

  it('has no scatter where the units have none', () => {
    const draws = drawUnits(2, 5, random);
    assert.deepEqual(redrawnCentres([[3, 3], [3]], draws), [3, 3, 3, 3, 3]);
  });
});

describe('redrawnMedians', () => {
  it('is the mean of the medians of the drawn units, by their lengths', () => {
    const units = unitsApart(2, [10, 10, 5]);
    for (const draw of drawUnits(3, 20, random)) {
      const all = units.flatMap((unit, index) => new Array<number>(draw[index]! * unit.length).fill(median([...unit])));
      const expected = all.reduce((sum, value) => sum + value, 0) / all.length;
      assert.ok(Math.abs(redrawnMedians(units, [draw])[0]! - expected) < 1e-12);
    }
  });
});
