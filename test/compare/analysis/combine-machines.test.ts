import assert from 'node:assert/strict';
import { type Analysis, analyse, combineMachines } from '../../../lib/compare/analysis';
import { type Scenario, simulate } from './simulated';

const scenario: Scenario = { rounds: [10, 10, 10, 10, 10], persistence: 0, noise: 'normal', offset: 0 };

function machine(difference: number, seed: number, cells = 2): Analysis {
  return analyse(simulate(scenario, difference, cells, seed), { resamples: 200 });
}

describe('combineMachines', () => {
  it('finds what machines have in common, and how much they differ', () => {
    const runs = [machine(30, 1), machine(36, 2), machine(33, 3), machine(33, 4)];
    const { machines, comparisons, method } = combineMachines(runs);
    assert.equal(machines, 4);
    assert.match(method, /Random effects/);
    assert.equal(comparisons.length, 2);
    for (const [index, comparison] of comparisons.entries()) {
      assert.equal(comparison.floor, Math.max(...runs.map(({ comparisons: own }) => own[index]!.floor!)));
      assert.deepEqual(comparison.machines, [0, 1, 2, 3]);
      assert.deepEqual([comparison.baseline, comparison.candidate], ['send', 'write']);
      assert.ok(Math.abs(comparison.shift.value - 33) < 1);
      assert.equal(comparison.shift.degrees, 3);
      assert.ok(comparison.tau > 1.5 && comparison.tau < 4, String(comparison.tau));
      assert.ok(comparison.i2 > 90);
      assert.ok(Math.abs(comparison.percent!.value - (100 * 33) / 800) < 0.5);
      assert.ok(comparison.adjusted! < 0.05);
      assert.equal(comparison.verdict, 'more');
    }
  });

  it('finds no difference where machines contradict each other', () => {
    const { comparisons } = combineMachines([machine(33, 1), machine(-33, 2), machine(20, 3)]);
    for (const { verdict, tau } of comparisons) {
      assert.equal(verdict, 'none');
      assert.ok(tau > 20);
    }
  });

  it('has no interval where fewer than two machines have one', () => {
    const { comparisons } = combineMachines([machine(33, 1, 3), machine(33, 2, 2)]);
    assert.deepEqual(
      comparisons.map(({ machines, verdict }) => [machines, verdict]),
      [
        [[0, 1], 'more'],
        [[0, 1], 'more'],
        [[0], 'too few'],
      ],
    );
    assert.equal(comparisons[2]!.shift.interval, undefined);
    assert.ok(Math.abs(comparisons[2]!.shift.value - 33) < 2);
    assert.deepEqual(combineMachines([]).comparisons, []);
  });
});
