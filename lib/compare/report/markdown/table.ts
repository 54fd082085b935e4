import type { ReportTable } from '../tables';
import { escaped } from './escape';

export function markdownTable({ title, about, aligns, sections }: ReportTable): string {
  const rule = `|${aligns.map((align) => (align === 'right' ? ' ---: ' : ' --- ')).join('|')}|`;
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const parts = sections.map(({ title: of, head, rows }) =>
    [...(of === '' ? [] : [`**${escaped(of)}**\n`]), line(head), rule, ...rows.map(({ cells }) => line(cells))].join(
      '\n',
    ),
  );
  return [`## ${escaped(title)}`, escaped(about), ...parts].join('\n\n');
}
