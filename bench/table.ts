import Table from 'cli-table3';
import { type Estimate, differences, estimate, ratios } from './estimate';
import type { Samples } from './schedule';
import type { Suite } from './suite/suite';

/** A suite's samples as a table, with its title and notes. */
export function renderSuite(suite: Suite, samples: Samples): string {
  const { contenders, unit } = suite;
  const digits = decimalsOf(suite);
  const baseline = samples.get(contenders[0]!.name)!;
  const table = new Table({
    head: ['', unit, `+ ${unit}`, 'interval', 'ratio', 'interval'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, absent } of contenders) {
    const values = samples.get(name);
    if (values === undefined) table.push([name, { colSpan: 5, content: `not here: ${absent}`, hAlign: 'left' }]);
    else table.push([name, ...cells(values, baseline, digits)]);
  }
  return [suite.title, ...suite.notes.map((note) => `  ${note}`), table.toString()].join('\n');
}

/** How many decimals a figure in the suite's unit has. */
export function decimalsOf({ unit, decimals }: Suite): number {
  return decimals ?? (unit === 'ms' ? 2 : 0);
}

function cells(values: readonly number[], baseline: readonly number[], digits: number): string[] {
  const time = estimate(values).median.toFixed(digits);
  if (values === baseline) return [time, '', '', '1.00', ''];
  const difference = differences(values, baseline);
  const ratio = ratios(values, baseline);
  return [
    time,
    signed(difference.median, digits),
    interval(difference, digits),
    fixed(ratio.median),
    interval(ratio, 2),
  ];
}

export function signed(value: number, digits: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;
}

function fixed(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

export function interval({ low, high }: Estimate, digits: number): string {
  return `${low.toFixed(digits)} … ${high.toFixed(digits)}`;
}
