import assert from 'node:assert/strict';
import { analyse } from '../../../../lib/compare/analysis';
import type { RunRecord } from '../../../../lib/compare/record';
import { analysisOf, comparisonOf, sampleRecord } from '../sample';
import { Chromium, type Opened, executablePath } from './browser';

const missing = executablePath === undefined ? ' (left out: there is no Chromium here)' : '';

describe(`the HTML report on odd runs${missing}`, function () {
  this.timeout(120_000);
  if (executablePath === undefined) return void it.skip('needs Chromium');

  const chromium = new Chromium();
  before(() => chromium.start());
  after(() => chromium.stop());

  function assertQuiet({ complaints, requests }: Opened): void {
    assert.deepEqual([complaints, requests], [[], []]);
  }

  it('takes names for texts, whatever is in them', async () => {
    const name = `</script><script>document.title = 'taken'</script><!-- <img src=x onerror=alert(1)> & "q" 'a' \u2028 \u0000`;
    const plain = sampleRecord({ processes: 1, rounds: 12, transports: ['tcp', name] });
    const { experiment } = plain;
    const record: RunRecord = {
      ...plain,
      notes: [name],
      environment: { ...plain.environment, cpu: name },
      experiment: {
        ...experiment,
        name,
        title: name,
        armTitles: { ...experiment.armTitles, write: name },
        factors: experiment.factors.map((factor) => ({ ...factor, titles: {}, title: `${factor.title} ${name}` })),
      },
    };
    const opened = await chromium.open(record, analyse(record));
    // HTML has no character 0; the standard has it replaced.
    const expected = name.replace('\u0000', '\ufffd');
    assert.equal(await opened.page.locator('h1').textContent(), expected);
    assert.ok((await opened.page.title()).startsWith('</script><script>document'));
    assert.equal(await opened.page.locator('img').count(), 0);
    assert.equal(await opened.page.locator('.plot svg').count(), 7);
    const list = opened.page.getByLabel(/^transport/);
    await list.selectOption({ index: 1 });
    assert.ok((await opened.page.locator('.status').textContent())!.includes('</script><script>'));
    assertQuiet(opened);
    await opened.close();
  });

  it('shows a run of one process that was cut short, without intervals', async () => {
    const record: RunRecord = { ...sampleRecord({ processes: 1, rounds: 3 }), end: 'interrupted' };
    const opened = await chromium.open(record, analyse(record));
    const { page } = opened;
    assert.match((await page.locator('header .alarm').textContent())!, /CUT SHORT/);
    assert.equal(await page.locator('.plot svg').count(), 7);
    assert.match((await page.locator('#differences-summary').textContent())!, /without an interval/);
    assert.match((await page.locator('.answers').textContent())!, /too few rounds/);
    assertQuiet(opened);
    await opened.close();
  });

  it('does without numbers that are none', async () => {
    const record = sampleRecord({ processes: 1, rounds: 1 });
    const cell = record.experiment.cells[0]!.cell;
    const wild = [
      comparisonOf(cell, 'more', NaN, { low: -Infinity, high: NaN }),
      comparisonOf(
        { ...cell, size: 64 },
        'none',
        5,
        { low: NaN, high: Infinity },
        { floor: NaN, band: Infinity, delta: NaN },
      ),
      comparisonOf({ ...cell, size: 1024 }, 'too few', 7, undefined, { percent: undefined, floor: undefined }),
    ];
    const blocks = record.blocks.map((block) => ({ ...block, total: block.round === 0 ? NaN : block.total }));
    const opened = await chromium.open({ ...record, blocks, distributions: [] }, analysisOf(wild));
    assert.ok((await opened.page.locator('.plot svg').count()) >= 2);
    assert.match((await opened.page.locator('#figure-ecdf .plot').textContent())!, /There are no values/);
    assertQuiet(opened);
    await opened.close();
  });

  it('says that there is nothing where there is nothing', async () => {
    const record: RunRecord = {
      ...sampleRecord({ processes: 1, rounds: 1 }),
      end: 'failed',
      failure: 'no room',
      blocks: [],
      processes: [],
      distributions: [],
    };
    const opened = await chromium.open(record, analysisOf([]));
    assert.match((await opened.page.locator('#answers').textContent())!, /Nothing to report/);
    assert.equal(await opened.page.locator('.figures').textContent(), 'There is nothing to draw.');
    assertQuiet(opened);
    await opened.close();
  });

  it('draws an experiment without sizes and with other units', async () => {
    const plain = sampleRecord({
      processes: 2,
      rounds: 12,
      sizes: [64],
      transports: ['tcp'],
      directions: ['send'],
      level: () => 4e7,
      shift: () => -3e7,
    });
    const record: RunRecord = {
      ...plain,
      experiment: {
        ...plain.experiment,
        quantity: { ...plain.experiment.quantity, unit: 'B/s', name: 'throughput', better: 'more', verb: 'moves' },
      },
    };
    const opened = await chromium.open(record, analyse(record));
    assert.match((await opened.page.locator('#figure-curve .plot').textContent())!, /there is no curve/);
    assert.match((await opened.page.locator('.answers').textContent())!, /write\(\) moves 30 MB\/s less than send\(\)/);
    assert.match((await opened.page.locator('#figure-order .plot').textContent())!, /throughput, kB\/s/);
    assertQuiet(opened);
    await opened.close();
  });

  it('can be read without JavaScript', async () => {
    const record = sampleRecord({ processes: 2, rounds: 12 });
    const opened = await chromium.open(record, analyse(record), { javaScriptEnabled: false });
    const { page } = opened;
    assert.equal(await page.locator('.answers li').count(), 4);
    assert.ok((await page.locator('#results table').count()) > 4);
    assert.equal(await page.locator('.controls').isVisible(), false);
    assert.match((await page.locator('#figures').textContent())!, /The figures need JavaScript/);
    await opened.close();
  });
});
