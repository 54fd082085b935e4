import assert from 'node:assert/strict';
import { Watch } from '../../../lib/compare/run/watch';
import { STEADY_STRETCH } from '../../../lib/compare/statistics';
import { Nature } from '../analysis/simulated';

const RUNS = 300;
const LONGEST = 400;

/** After how many blocks series are called steady first, in as many runs; Infinity if never. The noise is 1. */
function found(level: (block: number) => number, noise: 'normal' | 'interrupted' = 'normal'): number[] {
  const nature = new Nature(7);
  return Array.from({ length: RUNS }, () => {
    const watch = new Watch();
    for (let block = 0; block < LONGEST; block++) {
      watch.add(level(block) + nature[noise]());
      if (watch.steady) return block + 1;
    }
    return Infinity;
  });
}

const shareOf = (blocks: readonly number[], most: number): number =>
  blocks.filter((each) => each <= most).length / blocks.length;

describe('Watch', () => {
  it('hardly ever calls steady what drifts, however long it goes on', () => {
    for (const slope of [0.05, -0.05, 0.1]) {
      const share = shareOf(
        found((block) => slope * block),
        LONGEST,
      );
      // 0.1 % of 2000 were seen; all were when it was looked after each block, at the latest 30.
      assert.ok(share <= 0.02, `${slope}: ${share}`);
    }
  });

  it('calls steady what is, nearly always at the first look', () => {
    for (const noise of ['normal', 'interrupted'] as const) {
      const blocks = found(() => 0, noise);
      // 97 % and 99.9 % of 2000 were seen.
      assert.ok(shareOf(blocks, STEADY_STRETCH) >= 0.93, String(shareOf(blocks, STEADY_STRETCH)));
      assert.ok(shareOf(blocks, 2 * STEADY_STRETCH) >= 0.98, String(shareOf(blocks, 2 * STEADY_STRETCH)));
    }
  });

  it('finds out when a drift has ended', () => {
    const end = 2 * STEADY_STRETCH;
    const blocks = found((block) => 0.1 * Math.min(block, end));
    assert.ok(shareOf(blocks, end) <= 0.02);
    assert.ok(shareOf(blocks, end + 2 * STEADY_STRETCH) >= 0.98);
  });

  it('speaks of the latest stretch', () => {
    const watch = new Watch();
    const nature = new Nature(1);
    for (let block = 0; block < STEADY_STRETCH; block++) watch.add(nature.normal());
    assert.equal(watch.steady, true);
    for (let block = 0; block < STEADY_STRETCH; block++) watch.add(block + nature.normal());
    assert.equal(watch.steady, false);
  });
});
