import assert from 'node:assert/strict';
import { allCells } from '../../lib/compare/cell';
import { compare } from '../../lib/compare/compare';
import type { Plan } from '../../lib/compare/run';
import { directionNames } from '../../lib/compare/direction';
import { RoomError, transportNames } from '../../lib/compare/transport';
import { openFds } from './open-fds';

const signal = new AbortController().signal;
const plan = (part: Partial<Plan>): Plan => ({
  cells: allCells(transportNames, [1, 1024], directionNames),
  seed: 1,
  budgetMs: 60_000,
  rounds: 2,
  ...part,
});

describe('compare', () => {
  it('measures every arm of every cell over real sockets, and closes them', async () => {
    const before = openFds();
    const { blocks, end, rounds } = await compare(plan({}), { signal });
    assert.equal(openFds(), before);
    assert.deepEqual([end, rounds, blocks.length], ['rounds', 2, 2 * 12 * 3]);
    for (const { calls, ns, short, failed } of blocks) {
      assert.ok(calls >= 10 && ns > 0);
      assert.deepEqual([short, failed], [0, 0]);
    }
  });

  it('closes everything after an interrupt and after a failure too', async () => {
    const before = openFds();
    await compare(plan({}), { signal: AbortSignal.abort() });
    assert.equal(openFds(), before);
    const tooLarge = allCells(['socketpair'], [64 * 1024 * 1024], ['send']);
    await assert.rejects(compare(plan({ cells: tooLarge }), { signal }), RoomError);
    assert.equal(openFds(), before);
    const onProgress = (): never => {
      throw new Error('enough');
    };
    await assert.rejects(compare(plan({}), { signal, onProgress }), /enough/);
    assert.equal(openFds(), before);
  });
});
