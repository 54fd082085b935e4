import type { Analysis } from '../../../analysis/comparison';
import type { RunRecord } from '../../../record';

/** What the page shows. */
export interface PageData {
  readonly record: RunRecord;
  readonly analysis: Analysis;
  /** The run as it was stored. */
  readonly stored: string;
}

/** Takes out of the page what was put into it. */
export async function readData(): Promise<PageData> {
  const analysis = JSON.parse(textOf('analysis-data')) as Analysis;
  const stored = await unpacked(textOf('record-data'));
  return { record: JSON.parse(stored) as RunRecord, analysis, stored };
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
