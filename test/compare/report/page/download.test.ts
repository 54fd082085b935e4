import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { analyse } from '../../../../lib/compare/analysis';
import { formatBlocksCsv, formatCsv } from '../../../../lib/compare/report';
import { formatRun } from '../../../../lib/compare/store';
import { sampleRecord } from '../sample';
import { Chromium, type Opened, executablePath, figureRows } from './browser';

const missing = executablePath === undefined ? ' (left out: there is no Chromium here)' : '';

describe(`downloads from the HTML report${missing}`, function () {
  this.timeout(120_000);
  if (executablePath === undefined) return void it.skip('needs Chromium');

  const record = sampleRecord({ processes: 2, rounds: 12, transports: ['tcp'] });
  const analysis = analyse(record);
  const chromium = new Chromium();
  let opened: Opened;

  before(async () => {
    await chromium.start();
    opened = await chromium.open(record, analysis, { colorScheme: 'dark' });
  });

  after(() => chromium.stop());

  async function saved(button: string): Promise<{ name: string; content: Buffer }> {
    const [download] = await Promise.all([
      opened.page.waitForEvent('download'),
      opened.page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }

  it('has the run as it is stored', async () => {
    const { name, content } = await saved('Download the run as JSON');
    assert.equal(name, 'send-or-write.json');
    assert.equal(content.toString(), formatRun(record));
  });

  it('has the tables as the library makes them', async () => {
    assert.equal((await saved('Download the comparisons as CSV')).content.toString(), formatCsv(record, analysis));
    assert.equal((await saved('Download the raw blocks as CSV')).content.toString(), formatBlocksCsv(record));
  });

  it('has each figure as an SVG image that stands alone', async () => {
    const { name, content } = await saved('Download the figure Shift by size as SVG');
    assert.equal(name, 'send-or-write-curve.svg');
    const text = content.toString();
    const facts = await opened.page.evaluate((source) => {
      const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
      const title = root.querySelector('title')?.textContent;
      const outside = [...root.querySelectorAll('[href], [src]')].length;
      return [root.nodeName, root.namespaceURI, title, root.getAttribute('width'), outside];
    }, text);
    assert.deepEqual(facts, ['svg', 'http://www.w3.org/2000/svg', 'Shift by size', '720', 0]);
    assert.ok(!text.includes('var('));
  });

  it('has each figure as a PNG image', async () => {
    for (const title of ['All intervals', 'Histogram', 'Blocks in the order of the run']) {
      const { name, content } = await saved(`Download the figure ${title} as PNG`);
      assert.match(name, /^send-or-write-[a-z]+\.png$/);
      assert.equal(content.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
      assert.equal(content.readUInt32BE(16), 3 * 720);
    }
  });

  it('has each figure’s data as CSV', async () => {
    const { name, content } = await saved('Download the data of the figure Shift function as CSV');
    assert.equal(name, 'send-or-write-shift-function.csv');
    const [head, ...rows] = parse(content, { record_delimiter: '\r\n' }) as string[][];
    assert.deepEqual(head, ['quantile', 'send, ns', 'write, ns', 'difference, ns']);
    const shown = await figureRows(opened.page, 'shift-function');
    assert.deepEqual(
      rows.map((row) => row.map((field) => Number(Number(field).toPrecision(6)))),
      shown.map((row) => row.map(Number)),
    );
    assert.deepEqual([opened.complaints, opened.requests], [[], []]);
  });
});
