import Table from 'cli-table3';

/** Nothing but spaces between the columns, so that 80 of them are enough. */
const CHARS = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
    .map((name) => [name, '']),
);

/** Rows of texts as lines in columns; the first column to the left, others as told. */
export function columns(rows: readonly (readonly string[])[], aligns: readonly ('left' | 'right')[]): string[] {
  const table = new Table({
    chars: CHARS,
    style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [], compact: true },
    colAligns: [...aligns],
  });
  table.push(...rows.map((row) => [...row]));
  return rows.length === 0 ? [] : trimmed(table.toString());
}

function trimmed(text: string): string[] {
  return text.split('\n').map((line) => line.trimEnd());
}
