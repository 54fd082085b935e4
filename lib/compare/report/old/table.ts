import Table from 'cli-table3';
import type { Comparison } from '../../analyse';
import type { Verdict } from '../../statistics';
import { formatEstimate, formatNumber, formatSize } from './format';
import { type Paint, plain } from '../paint';

/** How a verdict reads in the table. */
const MARKS: Readonly<Record<Verdict, string>> = { more: 'more', less: 'less', none: 'none', 'too few rounds': '?' };

/** Nothing but spaces between the columns, so that 80 columns are enough. */
const CHARS = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
    .map((name) => [name, '']),
);

/** The results as a table: a heading and a row for each size, for every transport and direction. */
export function formatTable(comparisons: readonly Comparison[], paint: Paint = plain): string {
  const table = new Table({
    chars: CHARS,
    style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [], compact: true },
    colAligns: ['left', 'right', 'right', 'left', 'left', 'right', 'left'],
  });
  let group = '';
  for (const comparison of comparisons) {
    const { transport, direction } = comparison.cell;
    const next = `${transport} ${direction} ${comparison.candidate.arm}`;
    if (next !== group && group !== '') table.push([{ colSpan: 7, content: '' }]);
    if (next !== group) table.push(heading(comparison).map((text) => text && paint('bold', text)));
    group = next;
    table.push(row(comparison, paint));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function heading({ cell, baseline, candidate }: Comparison): string[] {
  return [cell.transport, baseline.arm, candidate.arm, 'difference, ns', 'in %', 'A/A', ''];
}

function row({ cell, baseline, candidate, difference, percent, floor, verdict }: Comparison, paint: Paint): string[] {
  return [
    formatSize(cell.size),
    formatNumber(baseline.ns),
    formatNumber(candidate.ns),
    formatEstimate(difference),
    formatEstimate(percent),
    floor === undefined ? '?' : formatNumber(floor),
    mark(verdict, paint),
  ];
}

function mark(verdict: Verdict, paint: Paint): string {
  if (verdict === 'more') return paint('yellow', MARKS.more);
  return verdict === 'less' ? paint('green', MARKS.less) : MARKS[verdict];
}
