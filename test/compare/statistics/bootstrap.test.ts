import assert from 'node:assert/strict';
import { Random } from '../../../lib/compare/random';
import { MIN_ROUNDS, bootstrap } from '../../../lib/compare/statistics';
import { type Draw, medianOver } from '../../../lib/compare/statistics/resample';

describe('bootstrap', () => {
  it('gives no interval for too few rounds', () => {
    const values = Array.from({ length: MIN_ROUNDS - 1 }, (_, round) => round);
    const over = medianOver(values);
    const [estimate] = bootstrap(values.length, (draw) => [over(draw)], new Random(1));
    assert.deepEqual(estimate, { value: 4, interval: undefined });
  });

  it('gives constants an interval without width', () => {
    const over = medianOver(new Array<number>(20).fill(3));
    const [estimate] = bootstrap(20, (draw) => [over(draw)], new Random(1));
    assert.deepEqual(estimate, { value: 3, interval: { low: 3, high: 3 } });
  });

  it('has the percentiles that theory gives for a mean', () => {
    // 400 values with mean 0 and variance 1: 95 % of the resampled means lie within 1.96 / 20.
    const mean = (draw: Draw): number =>
      draw.reduce((sum, times, round) => sum + (round % 2 ? times : -times), 0) / 400;
    const [estimate] = bootstrap(400, (draw) => [mean(draw)], new Random(2), 4000);
    assert.equal(estimate!.value, 0);
    assert.ok(Math.abs(estimate!.interval!.low + 0.098) < 0.01, String(estimate!.interval!.low));
    assert.ok(Math.abs(estimate!.interval!.high - 0.098) < 0.01, String(estimate!.interval!.high));
  });

  it('shows the same draws to all statistics, and the same for the same seed', () => {
    const over = medianOver(Array.from({ length: 50 }, (_, round) => round ** 2));
    const both = (seed: number): unknown[] => bootstrap(50, (draw) => [over(draw), over(draw)], new Random(seed));
    const [one, other] = both(3);
    assert.deepEqual(one, other);
    assert.deepEqual(both(3), both(3));
  });
});
