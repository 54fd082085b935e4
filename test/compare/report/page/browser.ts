import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import type { Analysis } from '../../../../lib/compare/analysis';
import type { RunRecord } from '../../../../lib/compare/record';
import { formatHtml } from '../../../../lib/compare/report';

/** Where Debian and others put it; nothing is ever downloaded. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const executablePath = PATHS.find((path) => existsSync(path));

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page with what it did that it should not have done. */
export interface Opened {
  readonly page: Page;
  /** What it wrote to the console, and what it threw. */
  readonly complaints: readonly string[];
  /** What it asked for, itself and the data in it left out. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A browser of the tests' own, with a home of its own. */
export class Chromium {
  private browser: Browser | undefined;
  private readonly home = mkdtempSync(join(tmpdir(), 'sockcall-page-'));
  private count = 0;

  async start(): Promise<void> {
    const env = { ...process.env, HOME: this.home, XDG_CONFIG_HOME: this.home, XDG_CACHE_HOME: this.home };
    this.browser = await chromium.launch({ executablePath, args: ARGS, env: env });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Opens a report as a reader does: from a file. */
  async open(record: RunRecord, analysis: Analysis, options: BrowserContextOptions = {}): Promise<Opened> {
    const file = join(this.home, `report-${this.count++}.html`);
    writeFileSync(file, formatHtml(record, analysis));
    const url = pathToFileURL(file).href;
    const context = await this.browser!.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (request.url() !== url && !/^(data|blob):/.test(request.url())) requests.push(request.url());
    });
    await page.goto(url);
    if (options.javaScriptEnabled !== false) {
      await page.waitForFunction(() => document.querySelector('.figures')!.childNodes.length > 0);
    }
    return { page, complaints, requests, close: () => context.close() };
  }
}

/** The rows of a figure's table, which is opened for it. */
export async function figureRows(page: Page, id: string): Promise<string[][]> {
  const details = page.locator(`#figure-${id} details`);
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').click();
  await details.locator('tbody').waitFor();
  return details
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}
