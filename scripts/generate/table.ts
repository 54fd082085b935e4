/** What the pages of tables share. */

/** A table in Markdown; prettier aligns it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Names and types as code; prose stays prose. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
