import type { Paint } from '../paint';
import type { ReportTable, TableRow } from '../tables';
import { columns } from './columns';
import { clip, wrap } from './wrap';

const LABEL = 18;

/** A table for a terminal: for each section its title, a heading and the rows, in columns that all sections share. */
export function textTable({ title, about, aligns, sections }: ReportTable, width: number, paint: Paint): string {
  const rows = sections.flatMap((section) => [
    section.head.map((text) => clip(text, LABEL)),
    ...section.rows.map((row) => painted(row, paint)),
  ]);
  const lines = columns(rows, aligns).map((line) => line);
  const out = [paint('bold', title)];
  for (const section of sections) {
    out.push(...(section.title === '' ? [] : wrap(section.title, width).map((line) => paint('bold', line))));
    const [head, ...own] = lines.splice(0, 1 + section.rows.length);
    out.push(paint('dim', head!), ...own);
  }
  return [...out, ...wrap(about, width, 0).map((line) => paint('dim', line))].join('\n');
}

function painted({ cells, verdict }: TableRow, paint: Paint): string[] {
  const texts = cells.map((text, place) => (place === 0 ? clip(text, LABEL) : text));
  const last = texts.length - 1;
  if (verdict === 'more') texts[last] = paint('yellow', texts[last]!);
  if (verdict === 'less') texts[last] = paint('green', texts[last]!);
  return texts;
}
