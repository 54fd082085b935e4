import assert from 'node:assert/strict';
import { analyse, widths } from '../../../lib/compare/analysis';
import { type Scenario, simulate } from './simulated';

const scenario: Scenario = { rounds: [20, 20, 20, 20, 8], persistence: 0.3, noise: 'heavy', offset: 1 };

describe('widths', () => {
  it('are close to those of the intervals that analyse gives', () => {
    for (let seed = 0; seed < 20; seed++) {
      const record = simulate(scenario, 33, 2, seed);
      const { comparisons } = analyse(record);
      const found = widths(record);
      assert.deepEqual(
        found.map(({ cell, candidate }) => [cell, candidate]),
        comparisons.map(({ index, candidate }) => [index, candidate.arm]),
      );
      comparisons.forEach(({ shift }, index) => {
        const { low, high } = shift.interval!;
        assert.equal(found[index]!.value, shift.value);
        const ratio = found[index]!.width / (high - low);
        assert.ok(ratio > 0.75 && ratio < 1.25, String(ratio));
      });
    }
  });

  it('are infinite as long as there are too few rounds, or none', () => {
    const record = simulate(scenario, 33, 2, 1);
    const blocks = record.blocks.filter(({ process, round, cell }) => process === 0 && round < 9 && cell === 0);
    const [one, other] = widths({ experiment: record.experiment, blocks });
    assert.equal(one!.width, Infinity);
    assert.ok(Math.abs(one!.value - 33) < 20);
    assert.deepEqual([other!.width, other!.value], [Infinity, NaN]);
  });
});
