import assert from 'node:assert/strict';
import { Random } from '../../../lib/compare/random';
import type { CellRecord } from '../../../lib/compare/record';
import { scheduleRound } from '../../../lib/compare/run/schedule';

const cells: CellRecord[] = [0, 1, 2].map((n) => ({
  cell: { n },
  contest: { baseline: 'a', candidates: ['b', 'c'] },
  views: ['first', 'second'],
}));

describe('scheduleRound', () => {
  it('visits each cell once, and in it each arm, the baseline twice in the first view', () => {
    const round = scheduleRound(cells, new Random(1));
    assert.deepEqual(round.map(([slot]) => slot!.cell).sort(), [0, 1, 2]);
    for (const slots of round) {
      assert.equal(new Set(slots.map(({ cell }) => cell)).size, 1);
      const [first, second] = [slots.slice(0, 4), slots.slice(4)];
      assert.deepEqual(first.map(({ arm, control, view }) => `${view} ${arm} ${control}`).sort(), [
        'first a false',
        'first a true',
        'first b false',
        'first c false',
      ]);
      assert.deepEqual(second.map(({ arm, control, view }) => `${view} ${arm} ${control}`).sort(), [
        'second a false',
        'second b false',
        'second c false',
      ]);
    }
  });

  it('gives the same order for the same seed, and another for another stream of it', () => {
    const order = (seed: number, stream: number): string =>
      JSON.stringify(scheduleRound(cells, new Random(seed, stream)));
    assert.equal(order(7, 3), order(7, 3));
    assert.notEqual(order(7, 3), order(7, 4));
    assert.notEqual(order(7, 3), order(8, 3));
  });

  it('takes every order equally often', () => {
    const random = new Random(2);
    const [firsts, places] = [new Map<number, number>(), new Map<string, number>()];
    for (let round = 0; round < 3000; round++) {
      const [slots] = scheduleRound(cells, random);
      firsts.set(slots![0]!.cell, (firsts.get(slots![0]!.cell) ?? 0) + 1);
      const key = `${slots![0]!.arm} ${slots![0]!.control}`;
      places.set(key, (places.get(key) ?? 0) + 1);
    }
    // Six standard deviations.
    for (const count of firsts.values()) assert.ok(Math.abs(count - 1000) < 155, String(count));
    for (const count of places.values()) assert.ok(Math.abs(count - 750) < 143, String(count));
    assert.deepEqual([firsts.size, places.size], [3, 4]);
  });
});
