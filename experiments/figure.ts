/** A line of a figure: what it is, and how much of it there is. */
export interface Row {
  /** Rows of one group stand together under its name. */
  readonly group: string;
  readonly label: string;
  readonly value: number;
}

const [WIDTH, LEFT, RIGHT, LINE, TOP] = [720, 190, 90, 20, 44];
const INK = '#767676';
const DOT = '#2b7bba';

/** Values as points on a logarithmic scale, as an SVG that is read on light and on dark; zeros stand at the left edge. */
export function figure(title: string, axis: string, rows: readonly Row[], as: (value: number) => string): string {
  const positive = rows.map(({ value }) => value).filter((value) => value > 0);
  const [low, high] = [Math.floor(Math.log10(Math.min(...positive))), Math.ceil(Math.log10(Math.max(...positive)))];
  const width = WIDTH - LEFT - RIGHT;
  const x = (value: number): number => LEFT + (value > 0 ? ((Math.log10(value) - low) / (high - low || 1)) * width : 0);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const body: string[] = [];
  let y = TOP;
  for (const group of groups) {
    body.push(text(0, y, group, 'font-weight="bold"'));
    y += LINE;
    for (const row of rows.filter((one) => one.group === group)) {
      body.push(
        text(LEFT - 12, y, row.label, 'text-anchor="end"'),
        `<line x1="${LEFT}" x2="${x(row.value).toFixed(1)}" y1="${y - 4}" y2="${y - 4}" stroke="${DOT}" stroke-opacity=".4"/>`,
        `<circle cx="${x(row.value).toFixed(1)}" cy="${y - 4}" r="4" fill="${DOT}"/>`,
        text(x(row.value) + 9, y, as(row.value), ''),
      );
      y += LINE;
    }
    y += LINE / 2;
  }
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  for (const tick of ticks) {
    const at = x(tick).toFixed(1);
    body.unshift(`<line x1="${at}" x2="${at}" y1="${TOP - 14}" y2="${y - LINE}" stroke="${INK}" stroke-opacity=".3"/>`);
    body.push(text(x(tick), y, as(tick), 'text-anchor="middle"'));
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + LINE + 8}" role="img" aria-label="${escape(title)}" ` +
    `font-family="sans-serif" font-size="13" fill="${INK}">\n` +
    [text(0, 16, title, 'font-weight="bold"'), ...body, text(LEFT + width / 2, y + LINE, axis, 'text-anchor="middle"')]
      .map((line) => `  ${line}\n`)
      .join('') +
    '</svg>\n'
  );
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x.toFixed(1)}" y="${y}"${attributes === '' ? '' : ` ${attributes}`}>${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
