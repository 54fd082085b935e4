import assert from 'node:assert/strict';
import type { Analysis, Comparison, LevelOf } from 'sockcall/compare';
import { conclude } from '../../experiments/nagle/conclusion';
import { type Measured, measure } from './run';

const WAYS = ['one write', 'TCP_NODELAY', 'MSG_MORE', 'TCP_CORK', 'TCP_QUICKACK'];

describe(`experiments/nagle${process.platform === 'linux' ? '' : ' (skipped: not Linux)'}`, function () {
  this.timeout(120_000);
  let run: Measured;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    run = await measure('nagle', '--rounds', '3', '--processes', '1', '--sizes', '64,98304');
  });

  function of(size: number, arm: string): Comparison {
    return run.analysis.comparisons.find(({ cell, candidate }) => cell['size'] === size && candidate.arm === arm)!;
  }

  it('two small sends and a wait take at least ten times as long as each way around', () => {
    for (const way of WAYS) {
      const { baseline, candidate } = of(64, way);
      assert.equal(baseline.arm, 'write-write');
      assert.ok(baseline.value > 10 * candidate.value, `${way}: ${candidate.value} against ${baseline.value}`);
    }
  });

  it('the sender keeps the second part back meanwhile', () => {
    assert.equal(of(64, 'TCP_NODELAY').baseline.extra['held'], 64);
    assert.ok(of(64, 'TCP_NODELAY').baseline.extra['delayedAcks']! >= 1);
    for (const way of ['one write', 'TCP_NODELAY', 'MSG_MORE', 'TCP_CORK']) {
      assert.equal(of(64, way).candidate.extra['held'], 0, way);
    }
  });

  it('says so, from its numbers', () => {
    assert.match(
      run.conclusion,
      /With parts of 64 B.*, two sends and the wait for the answer take \S+( to \S+)? ms: the stall shows\./,
    );
    assert.match(run.conclusion, /One writev\(\), .* and TCP_QUICKACK at the peer avoid it: .* times less/);
    assert.match(run.conclusion, /its first exchange does not stall/);
    assert.deepEqual(
      conclude(run.record, run.analysis).join(' ').replaceAll('\u00a0', ' '),
      run.conclusion.replace(/(^| )- /g, '$1').trim(),
    );
  });

  it('draws what it found, and writes a page', () => {
    assert.match(run.svg, /^<svg .*aria-label="A request in two parts/);
    // Two sizes, and in each the baseline and five ways around.
    assert.equal([...run.svg.matchAll(/<circle /g)].length, 12);
    assert.match(run.html, /^<!doctype html>/i);
  });

  it('says that nothing showed, if nothing did', () => {
    const calm = (level: LevelOf): LevelOf => ({ ...level, value: 20, extra: { ...level.extra, stalled: 0, held: 0 } });
    const analysis = changed(run.analysis, ({ baseline, candidate }) => ({
      baseline: calm(baseline),
      candidate: calm(candidate),
    }));
    assert.deepEqual(conclude(run.record, analysis), [
      'With parts of 64 B and 96 KiB the stall did not show: two sends take 0.02 ms, all others 0.02 ms; the sender kept nothing back.',
    ]);
  });

  it('says what does not help', () => {
    const analysis = changed(run.analysis, ({ baseline, candidate, cell }) =>
      candidate.arm === 'MSG_MORE' && cell['size'] === 64 ? { candidate: { ...baseline, arm: 'MSG_MORE' } } : {},
    );
    assert.match(conclude(run.record, analysis).join(' '), /Not so MSG_MORE\./);
  });

  it('says that it can say nothing of a run without a round', () => {
    assert.deepEqual(conclude(run.record, { ...run.analysis, comparisons: [] }), [
      'Nothing can be said: no round was done.',
    ]);
  });
});

function changed(analysis: Analysis, change: (comparison: Comparison) => Partial<Comparison>): Analysis {
  return { ...analysis, comparisons: analysis.comparisons.map((one) => ({ ...one, ...change(one) })) };
}
