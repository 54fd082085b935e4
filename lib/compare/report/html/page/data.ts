import type { Analysis, QuantileShift } from '../../../analysis';
import type { RunRecord } from '../../../record';
import { bytesOf } from './base64';

/** What the page shows. */
export interface PageData {
  readonly record: RunRecord;
  readonly analysis: Analysis;
  /** The shift function of blocks, with intervals, for each of the analysis's comparisons. */
  readonly shiftFunctions: readonly (readonly QuantileShift[])[];
  /** The run as it was stored. */
  readonly stored: string;
}

/** Takes out of the page what was put into it. */
export async function readData(): Promise<PageData> {
  const { analysis, shiftFunctions } = JSON.parse(textOf('analysis-data')) as Pick<
    PageData,
    'analysis' | 'shiftFunctions'
  >;
  const stored = await unpacked(textOf('record-data'));
  return { record: JSON.parse(stored) as RunRecord, analysis, shiftFunctions, stored };
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

async function unpacked(base64: string): Promise<string> {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
