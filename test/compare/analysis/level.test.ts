import assert from 'node:assert/strict';
import { levelOf } from '../../../lib/compare/analysis/level';
import type { BlockRecord } from '../../../lib/compare/record';

const CALLS = 100;

function blockOf(round: number, extra?: Readonly<Record<string, number>>, calls = CALLS): BlockRecord {
  return {
    ...{ process: 0, round, position: 0, cell: 0, arm: 'send', control: false, view: 'counters' },
    ...{ calls, total: calls * 500, short: 0, failed: 0 },
    ...(extra === undefined ? {} : { extra }),
  };
}

function extraOf(blocks: readonly BlockRecord[]): Readonly<Record<string, number>> {
  const level = levelOf('send', [new Map([[0, blocks]])], { overhead: 0, distributions: [] });
  return level!.extra;
}

function thousand(extra: (round: number) => Readonly<Record<string, number>> | undefined): BlockRecord[] {
  return Array.from({ length: 1000 }, (_, round) => blockOf(round, extra(round)));
}

describe('the extra totals of a level', () => {
  it('are medians where every block has them', () => {
    const blocks = thousand((round) => ({ instructions: CALLS * (round === 7 ? 90_000 : 700) }));
    assert.deepEqual(extraOf(blocks), { instructions: 700 });
  });

  it('are over all calls where only some blocks have them', () => {
    const blocks = thousand((round) => ({ bytes: 64 * CALLS, ...(round === 7 ? { eagain: 50 } : {}) }));
    assert.deepEqual(extraOf(blocks), { bytes: 64, eagain: 50 / (1000 * CALLS) });
    assert.deepEqual(extraOf(thousand((round) => (round < 600 ? undefined : { lost: 10 }))), { lost: 0.04 });
  });

  it('leave out a block without calls, which was over before anything was counted', () => {
    const blocks = [...thousand(() => ({ instructions: 700 * CALLS })), blockOf(1000, undefined, 0)];
    assert.deepEqual(extraOf(blocks), { instructions: 700 });
  });

  it('take a time in proportion to the blocks', function () {
    this.timeout(60_000);
    const timeOf = (count: number): number => {
      const blocks = Array.from({ length: count }, (_, round) => blockOf(round, { instructions: CALLS }));
      const start = performance.now();
      extraOf(blocks);
      return performance.now() - start;
    };
    timeOf(2000);
    const few = Math.min(timeOf(2000), timeOf(2000), timeOf(2000));
    const many = Math.min(timeOf(40_000), timeOf(40_000));
    assert.ok(many < 120 * few, `20 times the blocks took ${(many / few).toFixed(0)} times as long`);
  });
});
