import assert from 'node:assert/strict';
import { type Analysis, analyse, compareRuns } from '../../../lib/compare/analysis';
import { type Scenario, simulate } from './simulated';

const scenario: Scenario = { rounds: [10, 10, 10, 10, 10], persistence: 0, noise: 'normal', offset: 1 };

function run(difference: number, seed: number, cells = 2): Analysis {
  return analyse(simulate(scenario, difference, cells, seed), { resamples: 200 });
}

describe('compareRuns', () => {
  it('tells whether a shift differs from one run to the other', () => {
    const [one, other] = [run(20, 1), run(33, 2)];
    for (const difference of compareRuns(one, other)) {
      assert.ok(Math.abs(difference.shift.value - 13) < 3);
      assert.ok(Math.abs(difference.percent!.value - 1.6) < 0.5);
      assert.equal(difference.verdict, 'more');
    }
    assert.ok(compareRuns(other, one).every(({ verdict }) => verdict === 'less'));
  });

  it("has Welch's interval", () => {
    const [one, other] = [run(20, 1), run(33, 2)];
    const [{ shift: a }, { shift: b }] = [one.comparisons[0]!, other.comparisons[0]!];
    const { shift } = compareRuns(one, other)[0]!;
    const variances = [a.error! ** 2, b.error! ** 2] as const;
    const variance = variances[0] + variances[1];
    assert.equal(shift.value, b.value - a.value);
    assert.ok(Math.abs(shift.error! ** 2 - variance) < 1e-12);
    const degrees = variance ** 2 / (variances[0] ** 2 / 4 + variances[1] ** 2 / 4);
    assert.ok(Math.abs(shift.degrees! - degrees) < 1e-9);
    assert.ok(degrees >= 4 && degrees <= 8);
  });

  it('finds equal shifts different in at most 5 of 100 pairs of runs, and holds the truth in about 95 of intervals', () => {
    let [called, held, intervals] = [0, 0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const differences = compareRuns(run(33, 2 * seed), run(33, 2 * seed + 1));
      if (differences.some(({ verdict }) => verdict === 'more' || verdict === 'less')) called++;
      for (const { shift } of differences) {
        intervals++;
        if (shift.interval!.low <= 0 && 0 <= shift.interval!.high) held++;
      }
    }
    assert.ok(called <= 10, String(called));
    assert.ok(held / intervals > 0.93 && held / intervals < 0.985, String(held / intervals));
  });

  it('leaves out what only one run has, and has no interval where one of them has none', () => {
    assert.equal(compareRuns(run(33, 1, 3), run(33, 2, 2)).length, 2);
    const few = analyse(simulate({ ...scenario, rounds: [4, 4] }, 33, 1, 3));
    const [difference] = compareRuns(run(33, 1, 1), few);
    assert.equal(difference!.shift.interval, undefined);
    assert.equal(difference!.verdict, 'too few');
    assert.deepEqual(compareRuns(few, { ...few, comparisons: [] }), []);
  });
});
