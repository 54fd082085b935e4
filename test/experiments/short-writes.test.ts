import assert from 'node:assert/strict';
import type { Analysis, Comparison, LevelOf } from 'sockcall/compare';
import { conclude } from '../../experiments/short-writes/conclusion';
import { type Measured, measure } from './run';

const SIZES = [4096, 65536];

describe(`experiments/short-writes${process.platform === 'linux' ? '' : ' (skipped: not Linux)'}`, function () {
  this.timeout(120_000);
  let run: Measured;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    run = await measure('short-writes', '--rounds', '3', '--processes', '1', '--sizes', SIZES.join(','));
  });

  function of(transport: string, call: string, sndbuf: number): Comparison {
    return run.analysis.comparisons.find(
      ({ cell }) => cell['transport'] === transport && cell['call'] === call && cell['sndbuf'] === sndbuf,
    )!;
  }

  for (const transport of ['unix', 'tcp']) {
    it(`the first call takes more with a larger SO_SNDBUF, over ${transport}`, () => {
      const [small, large] = SIZES.map((size) => of(transport, 'first', size).baseline);
      assert.ok(small!.value > 0);
      assert.ok(large!.value > small!.value, `${large!.value} against ${small!.value}`);
      assert.equal(large!.short, large!.calls);
    });

    it(`a blocking call takes what the others take together, over ${transport}`, () => {
      for (const size of SIZES) {
        const [first, second, blocking] = ['first', 'second', 'blocking'].map(
          (call) => of(transport, call, size).baseline.value,
        );
        assert.equal(blocking, first! + second!);
      }
    });

    it(`all that was taken is somewhere, over ${transport}`, () => {
      for (const size of SIZES) {
        const { value, extra } = of(transport, 'blocking', size).baseline;
        assert.equal(extra['arrived']! + extra['unsent']!, value);
      }
    });
  }

  it('SO_SNDBUF reads back as twice what it was set to', () => {
    assert.equal(of('unix', 'first', 4096).baseline.extra['granted'], 8192);
  });

  it('send() and write() take the same', () => {
    for (const { shift, band } of run.analysis.comparisons) assert.ok(Math.abs(shift.value) <= band);
  });

  it('says so, from its numbers', () => {
    assert.match(
      run.conclusion,
      /On an AF_UNIX socketpair the first call takes more with a larger SO_SNDBUF: [\d ]+ B with 4 KiB/,
    );
    assert.match(run.conclusion, /On TCP loopback the first call takes more with a larger SO_SNDBUF/);
    assert.match(run.conclusion, /send\(\) and write\(\) take the same, in all 12 cells\./);
    assert.equal(run.record.notes.length, 2);
    assert.deepEqual(
      conclude(run.record, run.analysis).join(' ').replaceAll('\u00a0', ' '),
      run.conclusion.replace(/(^| )- /g, '$1').trim(),
    );
  });

  it('draws what it found', () => {
    assert.equal([...run.svg.matchAll(/<circle /g)].length, 12);
    assert.match(run.svg, />EAGAIN</);
  });

  it('says that nothing showed, if nothing did', () => {
    const flat = (level: LevelOf): LevelOf => ({ ...level, value: 100, extra: { ...level.extra, granted: 5000 } });
    const analysis: Analysis = {
      ...run.analysis,
      comparisons: run.analysis.comparisons.map((one) => ({
        ...one,
        baseline: flat(one.baseline),
        shift: { value: 1e6, interval: undefined },
      })),
    };
    const text = conclude(run.record, analysis).join(' ').replaceAll('\u00a0', ' ');
    assert.match(
      text,
      /the first call did not show to take more with a larger SO_SNDBUF: 100 B with 4 KiB, 100 B with 64 KiB\./,
    );
    assert.match(text, /0\.5 times as much as the two non-blocking ones together/);
    assert.match(text, /reads back as 0\.076 to 1\.2 times what it was set to; not as twice with 4 KiB and 64 KiB/);
    assert.match(text, /differ in 12 of 12 cells, by up to 1 000 000 B/);
  });
});
