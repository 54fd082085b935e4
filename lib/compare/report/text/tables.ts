import { type Paint, plain } from '../paint';
import type { ReportTable, TableRow } from '../tables';
import { columns } from './columns';
import { clip, wrap } from './wrap';

/** How long the first column may be: as long as there is room, but with long numbers beside it there is less. */
const LABELS = [40, 32, 24, 18, 14, 10, 7];

/** A table for a terminal: for each section its title, a heading and the rows, in columns that all sections share. */
export function textTable({ title, about, aligns, sections }: ReportTable, width: number, paint: Paint): string {
  const lines = fitted({ aligns, sections }, width, paint);
  const out = [paint('bold', title)];
  for (const section of sections) {
    out.push(...(section.title === '' ? [] : wrap(section.title, width).map((line) => paint('bold', line))));
    const [head, ...own] = lines.splice(0, 1 + section.rows.length);
    out.push(paint('dim', head!), ...own);
  }
  return [...out, ...wrap(about, width, 0).map((line) => paint('dim', line))].join('\n');
}

type Body = Pick<ReportTable, 'aligns' | 'sections'>;

/** The lines of all sections, with the first column as long as it can be. */
function fitted(body: Body, width: number, paint: Paint): string[] {
  const label = LABELS.find((length) => lengthOf(linesOf(body, length, plain)) <= width) ?? LABELS.at(-1)!;
  return linesOf(body, label, paint);
}

function linesOf({ aligns, sections }: Body, label: number, paint: Paint): string[] {
  const rows = sections.flatMap(({ head, rows: own }) => [
    head.map((text) => clip(text, label)),
    ...own.map((row) => painted(row, label, paint)),
  ]);
  return columns(rows, aligns);
}

function lengthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => line.length));
}

function painted({ cells, verdict }: TableRow, label: number, paint: Paint): string[] {
  const texts = cells.map((text, place) => (place === 0 ? clip(text, label) : text));
  const last = texts.length - 1;
  if (verdict === 'more') texts[last] = paint('yellow', texts[last]!);
  if (verdict === 'less') texts[last] = paint('green', texts[last]!);
  return texts;
}
