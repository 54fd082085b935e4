import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { analyse } from '../../../../lib/compare/analysis';
import { formatControl, formatSentences } from '../../../../lib/compare/report';
import { DARK, LIGHT } from '../../../../lib/compare/report/html/palette';
import { tablesOf } from '../../../../lib/compare/report/tables';
import { sampleRecord } from '../sample';
import { Chromium, type Opened, executablePath, figureRows } from './browser';

const FIGURES = ['curve', 'forest', 'ecdf', 'shift-function', 'histogram', 'differences', 'order'];

const missing = executablePath === undefined ? ' (left out: there is no Chromium here)' : '';

describe(`the HTML report in a browser${missing}`, function () {
  this.timeout(120_000);
  if (executablePath === undefined) return void it.skip('needs Chromium');

  const record = sampleRecord({ processes: 3, rounds: 15 });
  const analysis = analyse(record);
  const chromium = new Chromium();
  let opened: Opened;
  let page: Page;

  before(async () => {
    await chromium.start();
    opened = await chromium.open(record, analysis, { viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
    page = opened.page;
  });

  after(() => chromium.stop());

  it('draws every figure, asks nobody for anything, and has nothing to complain of', async () => {
    for (const id of FIGURES) {
      const svg = page.locator(`#figure-${id} .plot svg[role=img]`);
      assert.equal(await svg.count(), 1, id);
      const { width, height } = (await svg.boundingBox())!;
      assert.ok(width > 300 && height > 200, id);
      assert.notEqual(await page.locator(`#${id}-summary`).textContent(), '', id);
    }
    assert.deepEqual([opened.complaints, opened.requests], [[], []]);
  });

  it('has the sentences, and the tables as the analysis has them', async () => {
    assert.deepEqual(await page.locator('.answers li').allTextContents(), formatSentences(record, analysis));
    assert.equal(await page.locator('#answers > p').first().textContent(), formatControl(record, analysis));
    const expected = tablesOf(record, analysis, true).flatMap(({ sections }) =>
      sections.flatMap(({ rows }) => rows.map(({ cells }) => [...cells])),
    );
    const found = await page
      .locator('#results tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(found, expected);
  });

  it('has the numbers of the analysis in its figures', async () => {
    const native = analysis.comparisons.filter(({ view }) => view === 'native');
    const forest = await figureRows(page, 'forest');
    const figures = forest.map(([, , value, low, high]) => [value, low, high].map(Number));
    assert.deepEqual(
      figures,
      native.map(({ shift: { value, interval } }) => [value, interval!.low, interval!.high].map(rounded)),
    );
    const curve = await figureRows(page, 'curve');
    const own = native.filter(({ cell }) => cell.direction === 'send');
    assert.deepEqual(
      curve.map(([, , value]) => Number(value)),
      own.map(({ shift }) => rounded(shift.value)),
    );
  });

  it('draws points where their numbers are', async () => {
    const native = analysis.comparisons.filter(({ view }) => view === 'native');
    const values = native.map(({ shift }) => shift.value);
    const places = await page
      .locator('#figure-forest g[data-mark=dot] path')
      .evaluateAll((dots) => dots.map((dot) => dot.getBoundingClientRect()).map(({ x, width }) => x + width / 2));
    assert.equal(places.length, values.length);
    const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => values.indexOf(value)) as [
      number,
      number,
    ];
    const scale = (places[most]! - places[least]!) / (values[most]! - values[least]!);
    assert.ok(scale > 0);
    for (const [index, value] of values.entries()) {
      assert.ok(Math.abs(places[least]! + scale * (value - values[least]!) - places[index]!) < 0.5, String(index));
    }
  });

  it('has every block in the figures on blocks', async () => {
    const blocks = record.blocks.filter(({ cell, view }) => cell === 0 && view === 'native');
    const order = await figureRows(page, 'order');
    const [first] = blocks;
    assert.equal(order.length, blocks.length);
    assert.deepEqual(order[0]!.slice(0, 5), ['1', '1', '0', 'send', 'no']);
    assert.equal(Number(order[0]![5]), rounded(first!.total / first!.calls - analysis.overhead.native!));
    assert.equal((await figureRows(page, 'differences')).length, 45);
    const shares = (await figureRows(page, 'histogram')).map(([arm, , , share]) => ({ arm, share: Number(share) }));
    for (const arm of ['send', 'write']) {
      const sum = shares.filter((bin) => bin.arm === arm).reduce((total, { share }) => total + share, 0);
      assert.ok(Math.abs(sum - 1) < 1e-4, arm);
    }
    const ecdf = await figureRows(page, 'ecdf');
    assert.deepEqual(
      ecdf.filter(([, , share]) => share === '1').map(([arm]) => arm),
      ['send', 'write'],
    );
  });

  it('is walked through by keyboard: every stop has a name and is seen', async () => {
    await page.reload();
    await page.locator('figure svg').first().waitFor();
    const stops: string[] = [];
    for (let step = 0; step < 200; step++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const active = document.activeElement!;
        if (active === document.body) return undefined;
        const name =
          active.getAttribute('aria-label') ??
          (active as HTMLInputElement).labels?.[0]?.textContent ??
          active.textContent;
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        return { name: name.trim(), outline: `${outlineStyle} ${outlineWidth}` };
      });
      if (stop === undefined) break;
      assert.notEqual(stop.name, '');
      assert.match(stop.outline, /^(solid|auto) [1-9]/, stop.name);
      stops.push(stop.name);
    }
    assert.equal(stops[0], 'Skip to what it says');
    for (const name of ['auto', 'Figures', 'arms', 'message size', 'view', 'Download the figure Histogram as PNG']) {
      assert.ok(stops.includes(name), name);
    }
  });

  it('shows another place when a control is moved by keyboard, tells so, and keeps the focus', async () => {
    const size = page.getByLabel('message size', { exact: true });
    await size.focus();
    await page.keyboard.press('ArrowDown');
    const status = page.locator('.status');
    assert.equal(await status.textContent(), 'Shown: write() against send(), AF_UNIX, send, 64 B, native.');
    assert.equal(await status.getAttribute('aria-live'), 'polite');
    assert.equal(await size.evaluate((element) => element === document.activeElement), true);
    const [first] = await figureRows(page, 'order');
    const block = record.blocks.find(({ cell, view }) => cell === 1 && view === 'native')!;
    assert.equal(Number(first![5]), rounded(block.total / block.calls - analysis.overhead.native!));
  });

  it('goes to the nearest comparison where there is none of just that kind', async () => {
    await page.getByLabel('arms', { exact: true }).selectOption({ label: 'read() against recv()' });
    assert.equal(
      await page.locator('.status').textContent(),
      'Shown: read() against recv(), AF_UNIX, recv, 64 B, native.',
    );
    await page.getByLabel('view', { exact: true }).selectOption('javascript');
    await page.getByLabel('shifts in', { exact: true }).selectOption('percent');
    const forest = await figureRows(page, 'forest');
    const expected = analysis.comparisons.filter(({ view }) => view === 'javascript');
    assert.deepEqual(
      forest.map(([, , value]) => Number(value)),
      expected.map(({ percent }) => rounded(percent!.value)),
    );
    await page.getByLabel('view', { exact: true }).selectOption('native');
    await page.getByLabel('values', { exact: true }).selectOption('value');
    assert.match((await page.locator('#ecdf-summary').textContent())!, /Half of the values of recv are at most 296 ns/);
    assert.deepEqual(opened.complaints, []);
  });

  it('follows the system into the dark, and the switch out of it', async () => {
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const curve = page.locator('#figure-curve g[data-mark=dot] circle').first();
    const colours = async (): Promise<unknown> => [
      await ground(),
      await page.locator('#figure-curve g[data-mark=dot]').getAttribute('fill'),
    ];
    await page.emulateMedia({ colorScheme: 'dark' });
    await curve.waitFor();
    assert.deepEqual(await colours(), [rgb(DARK.paper), DARK.candidate]);
    await page.getByLabel('light', { exact: true }).check();
    assert.deepEqual(await colours(), [rgb(LIGHT.paper), LIGHT.candidate]);
    await page.getByLabel('dark', { exact: true }).check();
    await page.emulateMedia({ colorScheme: 'light' });
    assert.deepEqual(await colours(), [rgb(DARK.paper), DARK.candidate]);
    await page.getByLabel('auto', { exact: true }).check();
    assert.deepEqual(await colours(), [rgb(LIGHT.paper), LIGHT.candidate]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no violation that axe-core finds, ${colorScheme}, wide and narrow`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      await page.evaluate(axe.source);
      for (const width of [1200, 360]) {
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          [],
        );
      }
    });
  }

  it('needs no scrolling sideways on a small screen', async () => {
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 700 });
      await page.waitForFunction(
        () => document.querySelector('#figure-curve svg')!.getBoundingClientRect().right <= window.innerWidth,
      );
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }
  });

  it('leaves its controls out on paper', async () => {
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(
      [
        await page.locator('nav').isVisible(),
        await page.locator('.controls').isVisible(),
        await page.locator('.answers').isVisible(),
      ],
      [false, false, true],
    );
    await page.emulateMedia({ media: 'screen' });
    assert.deepEqual([opened.complaints, opened.requests], [[], []]);
  });
});

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16)).join(', ')})`;
}
