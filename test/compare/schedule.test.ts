import assert from 'node:assert/strict';
import { allCells } from '../../lib/compare/cell';
import { Random } from '../../lib/compare/random';
import { type Slot, scheduleRound } from '../../lib/compare/schedule';

const cells = allCells(['socketpair', 'tcp'], [1, 64], ['send', 'recv']);
const describeSlot = ({ cell, arm, control }: Slot): string =>
  `${cell.transport} ${cell.size} ${arm}${control ? ' again' : ''}`;

describe('scheduleRound', () => {
  it('has every arm of every cell once, and the baseline twice', () => {
    const slots = scheduleRound(cells, new Random(1)).map(describeSlot).sort();
    const expected = ['socketpair', 'tcp'].flatMap((transport) =>
      [1, 64].flatMap((size) =>
        ['send', 'send again', 'write', 'recv', 'recv again', 'read'].map((arm) => `${transport} ${size} ${arm}`),
      ),
    );
    assert.deepEqual(slots, expected.sort());
  });

  it('keeps the arms of a cell next to each other', () => {
    const slots = scheduleRound(cells, new Random(2));
    for (let first = 0; first < slots.length; first += 3) {
      assert.equal(new Set(slots.slice(first, first + 3).map(({ cell }) => cell)).size, 1);
    }
  });

  it('has another order in every round', () => {
    const random = new Random(3);
    const orders = [1, 2, 3].map(() => scheduleRound(cells, random).map(describeSlot).join());
    assert.equal(new Set(orders).size, 3);
  });

  it('has the same orders for the same seed, and others for another', () => {
    const orders = (seed: number): string[] => {
      const random = new Random(seed);
      return [1, 2].map(() => scheduleRound(cells, random).map(describeSlot).join());
    };
    assert.deepEqual(orders(4), orders(4));
    assert.notDeepEqual(orders(4), orders(5));
  });

  it('gives every order of three arms about equally often', () => {
    const random = new Random(6);
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round++) {
      const order = scheduleRound(cells.slice(0, 1), random).map(describeSlot).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    // Six standard deviations around 1000.
    for (const count of counts.values()) assert.ok(Math.abs(count - 1000) < 175, String(count));
  });
});
