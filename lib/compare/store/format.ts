import type { RunRecord } from '../record';
import { KIND, SCHEMA } from './stored-run';

/** A run as the text of a file: all of it, raw blocks too. */
export function formatRun({ blocks, distributions, ...rest }: RunRecord): string {
  const head = JSON.stringify({ schema: SCHEMA, kind: KIND, ...rest }, undefined, 2).replace(/\n}$/, '');
  return `${head},\n  "blocks": ${lines(blocks)},\n  "distributions": ${lines(distributions)}\n}\n`;
}

/** An item a line: thousands of them stay readable, and can be searched. */
function lines(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
