import assert from 'node:assert/strict';
import { analyse } from '../../lib/compare/analyse';
import { Random } from '../../lib/compare/random';
import type { Run } from '../../lib/compare/run';
import { CELL, fakeRun, isBaseline, normal } from './fake';

/** A run in which the candidate costs so much more, with the noise and the drift that real ones have. */
function simulate(shift: number, random: Random, rounds = 60): Run {
  let drift = 0;
  return fakeRun([CELL], rounds, (cell, arm) => {
    drift += 0.2 * normal(random);
    const preempted = random.below(20) === 0 ? 50 : 0;
    return 320 + drift + 3 * normal(random) + preempted + (isBaseline(cell, arm) ? 0 : shift);
  });
}

describe('analyse', () => {
  it('takes the clock off the levels, and relates the difference to what is left', () => {
    const { clockNs, comparisons } = analyse(fakeRun([CELL], 12, (cell, arm) => (isBaseline(cell, arm) ? 220 : 230)));
    assert.equal(clockNs, 20);
    assert.deepEqual(comparisons, [
      {
        cell: CELL,
        baseline: { arm: 'send', ns: 200 },
        candidate: { arm: 'write', ns: 210 },
        difference: { value: 10, interval: { low: 10, high: 10 } },
        percent: { value: 5, interval: { low: 5, high: 5 } },
        floor: 0,
        verdict: 'more',
      },
    ]);
  });

  it('pairs the blocks of a round, so that what drifts does not count', () => {
    let call = 0;
    const run = fakeRun(
      [CELL],
      30,
      (cell, arm) => 300 + 100 * Math.floor(call++ / 3) + (isBaseline(cell, arm) ? 0 : 7),
    );
    const { difference, verdict } = analyse(run).comparisons[0]!;
    assert.deepEqual([difference, verdict], [{ value: 7, interval: { low: 7, high: 7 } }, 'more']);
  });

  it('leaves a round out that was not finished', () => {
    const run = fakeRun([CELL], 12, (cell, arm) => (isBaseline(cell, arm) ? 220 : 230));
    const broken = { ...run.blocks[0]!, round: 12, ns: 1e9 };
    assert.deepEqual(analyse({ ...run, blocks: [...run.blocks, broken] }), analyse(run));
  });

  it('gives no verdict after too few rounds', () => {
    const { comparisons } = analyse(fakeRun([CELL], 3, (cell, arm) => (isBaseline(cell, arm) ? 220 : 330)));
    assert.deepEqual([comparisons[0]!.verdict, comparisons[0]!.floor], ['too few rounds', undefined]);
  });

  it('compares nothing without a round', () => {
    assert.deepEqual(analyse(fakeRun([CELL], 0, () => 300)).comparisons, []);
  });

  // The bounds are three standard deviations of a binomial around 95 %.
  for (const rounds of [10, 60]) {
    it(`has the true difference in its interval in about 95 % of simulated runs of ${rounds} rounds`, () => {
      const random = new Random(1);
      const RUNS = 200;
      let covered = 0;
      for (let time = 0; time < RUNS; time++) {
        const { low, high } = analyse(simulate(25, random, rounds)).comparisons[0]!.difference.interval!;
        if (low <= 25 && 25 <= high) covered++;
      }
      assert.ok(covered >= 0.9 * RUNS && covered < RUNS, `${covered} of ${RUNS}`);
    }).timeout(60_000);
  }

  it('calls a call different from itself in at most 5 % of simulated runs, and a real difference different', () => {
    const random = new Random(2);
    const RUNS = 200;
    const called = (shift: number): number => {
      let count = 0;
      for (let time = 0; time < RUNS; time++) {
        if (analyse(simulate(shift, random)).comparisons[0]!.verdict !== 'none') count++;
      }
      return count;
    };
    const wrongly = called(0);
    assert.ok(wrongly <= 0.05 * RUNS, `${wrongly} of ${RUNS}`);
    assert.equal(called(25), RUNS);
  }).timeout(60_000);
});
