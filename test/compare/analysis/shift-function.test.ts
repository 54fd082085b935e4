import assert from 'node:assert/strict';
import { DECILES, shiftFunction } from '../../../lib/compare/analysis';
import { type Scenario, simulate } from './simulated';

const scenario: Scenario = { rounds: [40, 40, 40, 40, 40, 40], persistence: 0, noise: 'normal', offset: 0 };
const where = { cell: 0, view: 'native', candidate: 'write' };

describe('shiftFunction', () => {
  it('is flat where the candidate always takes more by the same', () => {
    let [held, all] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const shifts = shiftFunction(simulate(scenario, 33, 1, seed), where);
      assert.deepEqual(
        shifts.map(({ share }) => share),
        DECILES,
      );
      for (const { difference } of shifts) {
        all++;
        if (difference.interval!.low <= 33 && 33 <= difference.interval!.high) held++;
      }
    }
    assert.ok(held / all > 0.9 && held / all < 0.99, String(held / all));
  });

  it('rises where the candidate takes more when things go slowly', () => {
    const record = simulate(scenario, 0, 1, 1);
    const blocks = record.blocks.map((block) =>
      block.arm === 'write'
        ? { ...block, total: block.calls * (100 + 1.5 * (block.total / block.calls - 100)) }
        : block,
    );
    const shifts = shiftFunction({ ...record, blocks }, where).map(({ difference }) => difference.value);
    assert.deepEqual(
      shifts,
      [...shifts].sort((one, other) => one - other),
    );
    assert.ok(shifts.at(-1)! - shifts[0]! > 1);
  });

  it('has no intervals with one process, and nothing with too few rounds', () => {
    const [first] = shiftFunction(simulate({ ...scenario, rounds: [40] }, 33, 1, 1), where);
    assert.equal(first!.difference.interval, undefined);
    assert.ok(Math.abs(first!.difference.value - 33) < 3);
    assert.deepEqual(shiftFunction(simulate({ ...scenario, rounds: [4] }, 33, 1, 1), where), []);
  });
});
