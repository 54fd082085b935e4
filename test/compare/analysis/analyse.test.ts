import assert from 'node:assert/strict';
import { analyse } from '../../../lib/compare/analysis';
import type { BlockRecord, RunRecord } from '../../../lib/compare/record';
import { LEVEL, type Scenario, simulate } from './simulated';

const calm: Scenario = { rounds: [12, 12, 12, 12, 12], persistence: 0.3, noise: 'normal', offset: 0.5 };

/** Asserts that every number in it is one; intervals and the like may be absent. */
function hasNumbers(value: unknown, path = 'analysis'): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path} is ${value}`);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) hasNumbers(inner, `${path}.${name}`);
  }
}

function withBlocks(record: RunRecord, blocks: readonly BlockRecord[]): RunRecord {
  return { ...record, blocks };
}

describe('analyse', () => {
  it('finds a difference that is there, with the levels on both sides of it', () => {
    const { comparisons, confidence, overhead, method } = analyse(simulate(calm, 33, 3, 1));
    assert.equal(comparisons.length, 3);
    assert.equal(confidence, 95);
    assert.deepEqual(overhead, { native: 20 });
    assert.match(method, /draws whole processes, 5 of them, 1000 times\.$/);
    for (const [index, comparison] of comparisons.entries()) {
      const { baseline, candidate, shift, percent, control, floor, band } = comparison;
      assert.equal(comparison.index, index);
      assert.deepEqual(comparison.cell, { number: index });
      assert.equal(comparison.view, 'native');
      assert.deepEqual([baseline.arm, candidate.arm], ['send', 'write']);
      assert.ok(Math.abs(baseline.value - LEVEL) < 120, String(baseline.value));
      assert.ok(Math.abs(shift.value - 33) < 2 && shift.interval!.low < 33 && shift.interval!.high > 33);
      assert.equal(percent!.value, (100 * shift.value) / baseline.value);
      assert.equal(shift.degrees, 4);
      assert.ok(floor === Math.max(Math.abs(control!.interval!.low), Math.abs(control!.interval!.high)));
      assert.ok(comparison.delta > 0.9 && comparison.delta <= 1);
      assert.ok(comparison.adjusted! >= comparison.p! && comparison.adjusted! < 0.05);
      assert.equal(band, 0);
      assert.equal(comparison.verdict, 'more');
      assert.deepEqual([baseline.outliers.blocks, candidate.outliers.blocks], [120, 60]);
      assert.deepEqual([baseline.calls, candidate.calls], [12000, 6000]);
    }
    hasNumbers(analyse(simulate(calm, 33, 3, 1)));
  });

  it('says less of what takes less', () => {
    assert.ok(analyse(simulate(calm, -33, 2, 1)).comparisons.every(({ verdict }) => verdict === 'less'));
  });

  it('gives the same for the same record, and nearly the same for another seed', () => {
    const record = simulate(calm, 33, 2, 5);
    assert.deepEqual(analyse(record), analyse(record));
    const [one, other] = [1, 2].map((seed) => analyse({ ...record, plan: { ...record.plan, seed } }).comparisons[0]!);
    assert.equal(one!.shift.value, other!.shift.value);
    assert.notEqual(one!.shift.error, other!.shift.error);
    assert.ok(Math.abs(one!.shift.error! / other!.shift.error! - 1) < 0.2);
  });

  it('does not depend on the order of the blocks', () => {
    const record = simulate(calm, 33, 2, 6);
    const close = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9 * Math.abs(a), `${a} ${b}`);
    for (const blocks of [record.blocks, record.blocks.filter(({ process }) => process === 0)]) {
      const [one, other] = [blocks, [...blocks].reverse()].map((list) => analyse(withBlocks(record, list)).comparisons);
      one!.forEach((comparison, index) => {
        assert.equal(comparison.shift.value, other![index]!.shift.value);
        close(comparison.shift.error!, other![index]!.shift.error!);
        close(comparison.baseline.value, other![index]!.baseline.value);
      });
    }
  });

  it('pairs what was measured in the same round: drift that both arms share is in no shift', () => {
    const record = simulate(calm, 33, 1, 7);
    const drifting = record.blocks.map((block) => ({
      ...block,
      total: block.total + block.calls * 1000 * block.round,
    }));
    const [plain, drifted] = [record, withBlocks(record, drifting)].map((run) => analyse(run).comparisons[0]!);
    assert.ok(Math.abs(plain!.shift.value - drifted!.shift.value) < 1e-6);
    assert.ok(Math.abs(plain!.shift.error! - drifted!.shift.error!) < 1e-6);
  });

  it("tells Cliff's delta and outliers within processes: processes that are slower as a whole blur neither", () => {
    const record = simulate(calm, 33, 1, 8);
    const more = (of: (block: BlockRecord) => number): RunRecord =>
      withBlocks(
        record,
        record.blocks.map((block) => ({ ...block, total: block.total + block.calls * of(block) })),
      );
    const interrupted = ({ process, round, control }: BlockRecord): number =>
      process === 2 && round === 5 && control ? 3000 : 0;
    const [plain, moved] = [interrupted, (block: BlockRecord): number => interrupted(block) + 5000 * block.process].map(
      (of) => analyse(more(of)).comparisons[0]!,
    );
    assert.equal(plain!.baseline.outliers.severe, 1);
    assert.equal(moved!.delta, plain!.delta);
    assert.deepEqual(moved!.baseline.outliers, plain!.baseline.outliers);
  });

  it('has one level of the baseline, and one control, for all candidates of a cell', () => {
    const record = simulate(calm, 33, 1, 13);
    const [cell] = record.experiment.cells;
    const cells = [{ ...cell!, contest: { baseline: 'send', candidates: ['write', 'sendto'] } }];
    const third = record.blocks.filter(({ arm }) => arm === 'write').map((block) => ({ ...block, arm: 'sendto' }));
    const run = { ...record, experiment: { ...record.experiment, cells }, blocks: [...record.blocks, ...third] };
    const [one, other] = analyse(run).comparisons;
    assert.equal(one!.baseline, other!.baseline);
    assert.equal(one!.control, other!.control);
    assert.deepEqual(one!.shift, other!.shift);
  });

  it('corrects for the number of comparisons', () => {
    const { comparisons } = analyse(simulate(calm, 0, 8, 9));
    const smallest = Math.min(...comparisons.map(({ p }) => p!));
    const { adjusted } = comparisons.find(({ p }) => p === smallest)!;
    assert.equal(adjusted, Math.min(1, 8 * smallest));
  });

  it('takes the larger of both bands, and calls negligible what lies within', () => {
    const record = simulate(calm, 0.1, 1, 10);
    const withBand = (absolute: number, percent: number): RunRecord => {
      const quantity = { ...record.experiment.quantity, band: { absolute, percent } };
      return { ...record, experiment: { ...record.experiment, quantity } };
    };
    const [comparison] = analyse(withBand(5, 1)).comparisons;
    assert.equal(comparison!.band, comparison!.baseline.value / 100);
    assert.equal(comparison!.verdict, 'negligible');
    assert.equal(analyse(withBand(9, 1)).comparisons[0]!.band, 9);
  });

  it('gives verdicts in the first view only, and shifts in all', () => {
    const record = simulate(calm, 33, 1, 11);
    const second = record.blocks.map((block) => {
      return { ...block, view: 'javascript', extra: { instructions: 700 * block.calls } };
    });
    const cells = record.experiment.cells.map((cell) => ({ ...cell, views: ['native', 'javascript'] }));
    const { comparisons, overhead } = analyse({
      ...record,
      experiment: { ...record.experiment, cells },
      blocks: [...record.blocks, ...second],
    });
    assert.deepEqual(
      comparisons.map(({ view, verdict }) => [view, verdict]),
      [
        ['native', 'more'],
        ['javascript', undefined],
      ],
    );
    const [first, javascript] = comparisons;
    assert.equal(javascript!.shift.value, first!.shift.value);
    assert.ok(javascript!.p! < 0.05);
    assert.deepEqual([javascript!.control, javascript!.floor, javascript!.adjusted], [undefined, undefined, undefined]);
    assert.equal(first!.adjusted, first!.p);
    assert.equal(overhead.javascript, undefined);
    assert.deepEqual(javascript!.candidate.extra, { instructions: 700 });
    assert.ok(Math.abs(javascript!.baseline.value - first!.baseline.value - 20) < 5);
  });

  it('sums up short and failed calls, and gives percentiles of single values', () => {
    const record = simulate(calm, 33, 1, 12);
    const blocks = record.blocks.map((block) => ({ ...block, short: 1, failed: block.control ? 2 : 0 }));
    const counts = [
      [820, 900],
      [950, 90],
      [20020, 10],
    ] as const;
    const distributions = ['value', 'corrected'].map((kind) => ({
      cell: 0,
      arm: 'send',
      view: 'native',
      kind,
      counts,
    }));
    const { baseline, candidate } = analyse({ ...record, blocks, distributions }).comparisons[0]!;
    assert.deepEqual([baseline.short, baseline.failed, candidate.short, candidate.failed], [120, 120, 60, 0]);
    assert.deepEqual(candidate.percentiles, {});
    assert.deepEqual(Object.keys(baseline.percentiles), ['value', 'corrected']);
    const { value } = baseline.percentiles;
    assert.equal(value!.count, 1000);
    assert.equal(value!.max, 20000);
    assert.ok(Math.abs(value!.p50 - 800) <= 1 && Math.abs(value!.p99 - 930) <= 1);
    assert.ok(Math.abs(value!.p9999 - 20000) <= 20);
  });
});

describe('analyse of what was cut short', () => {
  const record = simulate(calm, 33, 2, 20);

  it('has no comparisons if there is nothing', () => {
    for (const empty of [withBlocks(record, []), { ...record, processes: [], blocks: [] }]) {
      const { comparisons, method } = analyse(empty);
      assert.deepEqual(comparisons, []);
      assert.match(method, /Nothing/);
    }
  });

  it('leaves out cells without a round that has both arms', () => {
    const blocks = record.blocks.filter(({ cell, arm }) => cell === 0 || arm === 'send');
    assert.deepEqual(
      analyse(withBlocks(record, blocks)).comparisons.map(({ index }) => index),
      [0],
    );
  });

  it('has no interval and no verdict with fewer than 10 rounds in all', () => {
    const analysis = analyse(
      withBlocks(
        record,
        record.blocks.filter(({ process, round }) => process < 3 && round < 3),
      ),
    );
    assert.match(analysis.method, /fewer than 10 rounds/);
    hasNumbers(analysis);
    for (const { shift, percent, control, p, adjusted, verdict } of analysis.comparisons) {
      assert.equal(verdict, 'too few');
      assert.deepEqual(
        [shift, percent!, control!].map(({ interval }) => interval),
        [undefined, undefined, undefined],
      );
      assert.deepEqual([p, adjusted], [undefined, undefined]);
    }
  });

  it('draws stretches of the only process, and says what they do not tell', () => {
    const analysis = analyse(
      withBlocks(
        record,
        record.blocks.filter(({ process }) => process === 0),
      ),
    );
    assert.match(analysis.method, /stretches of consecutive rounds, 4 of them.*process to process is not in them\.$/);
    hasNumbers(analysis);
    assert.equal(analysis.comparisons[0]!.shift.degrees, 3);
  });

  it('goes on without the control, blocks without calls, and totals that are no numbers', () => {
    const blocks = record.blocks.map((block) => {
      if (block.cell === 0 && block.round === 3) return { ...block, calls: 0, total: 0, failed: 1 };
      return block.cell === 0 && block.round === 4 ? { ...block, total: NaN } : block;
    });
    const analysis = analyse(
      withBlocks(
        record,
        blocks.filter(({ cell, control }) => cell === 0 || !control),
      ),
    );
    hasNumbers(analysis);
    const [one, other] = analysis.comparisons;
    assert.equal(one!.verdict, 'more');
    assert.deepEqual([one!.candidate.failed, one!.candidate.outliers.blocks], [5, 50]);
    assert.deepEqual([other!.control, other!.floor, other!.verdict], [undefined, undefined, 'too few']);
  });

  it('has no percents of a level that is not above zero', () => {
    const blocks = record.blocks.map((block) => ({ ...block, total: block.total - 900 * block.calls }));
    const analysis = analyse(withBlocks(record, blocks));
    hasNumbers(analysis);
    for (const { percent, shift } of analysis.comparisons) {
      assert.equal(percent, undefined);
      assert.ok(shift.interval !== undefined);
    }
  });

  it('takes constants for what they are', () => {
    const blocks = record.blocks.map((block) => ({
      ...block,
      total: block.calls * (block.arm === 'send' ? 820 : 840),
    }));
    const [comparison] = analyse(withBlocks(record, blocks)).comparisons;
    hasNumbers(comparison);
    assert.deepEqual(comparison!.shift.interval, { low: 20, high: 20 });
    assert.deepEqual([comparison!.p, comparison!.floor, comparison!.verdict], [0, 0, 'more']);
    assert.equal(comparison!.percent!.value, 2.5);
  });
});
