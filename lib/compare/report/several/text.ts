import { plain } from '../paint';
import type { TextOptions } from '../text';
import { toAscii } from '../text/encode';
import { textTable } from '../text/tables';
import { warningLines } from '../text/warnings';
import { wrap } from '../text/wrap';
import { type SeveralRun, partsOf } from './parts';

const WIDTH = 80;

/** The report on runs that are not of one kind, for a terminal. */
export function formatSeveral(runs: readonly SeveralRun[], options: TextOptions = {}): string {
  const { paint = plain, utf8 = true } = options;
  const width = Math.max(options.width ?? WIDTH, WIDTH);
  const { title, runs: described, warnings, tables, conclusion } = partsOf(runs);
  const parts = [
    wrap(title, width).map((line) => paint('bold', line)),
    described.flatMap((text, place) => wrap(`${place + 1}: ${text}`, width, 3)),
    warningLines(warnings, width, paint),
    ...tables.map((table) => [textTable(table, width, paint)]),
    conclusion === undefined ? [] : [conclusion.over, ...conclusion.sentences].flatMap((text) => wrap(text, width)),
  ];
  const text = parts.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`);
  return utf8 ? text.join('\n') : toAscii(text.join('\n'));
}
