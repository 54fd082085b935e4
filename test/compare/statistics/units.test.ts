import assert from 'node:assert/strict';
import { MIN_ROUNDS, unitsOf } from '../../../lib/compare/statistics';

function rounds(count: number, from = 0): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

describe('unitsOf', () => {
  it('has none for too few rounds in all', () => {
    assert.equal(unitsOf([]), undefined);
    assert.equal(unitsOf([rounds(MIN_ROUNDS - 1)]), undefined);
    assert.equal(unitsOf([rounds(5), rounds(4), []]), undefined);
  });

  it('takes processes whole, but for those without rounds', () => {
    const { kind, units } = unitsOf([rounds(6), [], rounds(4)])!;
    assert.deepEqual([kind, units], ['process', [rounds(6), rounds(4)]]);
  });

  it('draws processes of few rounds together', () => {
    const lengths = (...counts: number[]): number[] =>
      unitsOf(counts.map((count) => rounds(count)))!.units.map(({ length }) => length);
    assert.deepEqual(lengths(40, 40, 2), [40, 42]);
    assert.deepEqual(lengths(1, 40, 40, 40), [40, 40, 41]);
    assert.deepEqual(lengths(40, 5, 40, 7), [40, 40, 12]);
    assert.deepEqual(lengths(40, 10, 40), [40, 10, 40]);
  });

  it('tells how many units of equal size they count for', () => {
    assert.equal(unitsOf([rounds(30), rounds(30), rounds(30)])?.effective, 3);
    assert.equal(unitsOf([rounds(30), rounds(30), rounds(10)])?.effective, 4900 / 1900);
    assert.equal(unitsOf([rounds(40)])?.effective, 5);
  });

  for (const [count, stretches] of [
    [10, 4],
    [22, 4],
    [23, 5],
    [100, 7],
    [1000, 10],
    [1e6, 12],
  ] as const) {
    it(`cuts ${count} rounds of one process into ${stretches} stretches of nearly equal length`, () => {
      const { kind, units } = unitsOf([rounds(count)])!;
      assert.equal(kind, 'stretch');
      assert.equal(units.length, stretches);
      assert.deepEqual(units.flat(), rounds(count));
      for (const unit of units) assert.ok(Math.abs(unit.length - count / stretches) < 1);
    });
  }

  it('does not take a process that has just begun for a second one', () => {
    assert.equal(unitsOf([rounds(100), rounds(24, 100)])?.kind, 'stretch');
    assert.deepEqual(unitsOf([rounds(100), rounds(24, 100)])?.units.flat(), rounds(124));
    assert.equal(unitsOf([rounds(100), rounds(25)])?.kind, 'process');
  });
});
