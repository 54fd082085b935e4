import * as Plot from '@observablehq/plot';
import { formatNumber, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Point, pointsOf } from '../sample';
import { grid, mark, plot } from './common';
import { processColour, processRules, thinned } from './processes';

/** Every block where it was measured. */
export const order: Figure = {
  id: 'order',
  title: 'Blocks in the order of the run',
  description:
    'The mean of every block, in the order in which they were measured, in a colour for each process. Levels may drift and ' +
    'jump together: that is why arms are compared side by side.',
  wide: true,
  draw: drawOrder,
};

interface Row extends Point {
  readonly place: number;
}

function drawOrder(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const all = pointsOf(data, selection.comparison).map((point, place): Row => ({ ...point, place }));
  if (all.length === 0) return 'There are no blocks.';
  const { name, unit: own } = data.record.experiment.quantity;
  const { unit, per } = scaleOf(own, [all[Math.floor(all.length / 2)]!.value]);
  const rows = thinned(all);
  const sorted = all.map(({ value }) => value).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)]!;
  const far = at(0.75) + 8 * (at(0.75) - at(0.05));
  const outside = sorted.filter((value) => value > far).length;
  const { baseline, candidate } = selection.comparison;
  const colour = processColour(all, palette);
  const svg = plot(context, {
    marginTop: 44,
    height: Math.min(360, Math.max(240, width * 0.38)),
    x: { label: 'block', domain: [0, all.length] },
    y: {
      label: `${name}, ${unit}`,
      domain: [sorted[0]! / per, Math.min(far, sorted.at(-1)!) / per],
      nice: true,
      clamp: true,
    },
    marks: [
      ...grid(context),
      ...processRules(all, context),
      Plot.dot(rows, {
        x: 'place',
        y: ({ value }: Row) => value / per,
        symbol: ({ arm }: Row) => (arm === candidate.arm ? 'triangle' : 'circle'),
        stroke: (row: Row) => colour(row.process),
        fill: (row: Row) => (row.arm === candidate.arm ? colour(row.process) : palette.panel),
        r: 2.8,
        strokeWidth: 1.1,
      }),
      Plot.tip(
        rows,
        Plot.pointer({
          x: 'place',
          y: ({ value }: Row) => value / per,
          fill: palette.panel,
          stroke: palette.edge,
          title: (row: Row) =>
            `${row.arm}${row.control ? ' (control)' : ''}\nprocess ${row.process + 1}, round ${row.round + 1}\n${formatNumber(row.value / per)} ${unit}`,
        }),
      ),
    ],
  });
  return {
    svg,
    summary:
      `${all.length} blocks of ${new Set(all.map(({ process }) => process)).size} processes.` +
      (outside > 0 ? ` ${outside} above ${formatNumber(far / per)} ${unit} stand at the edge.` : '') +
      (rows.length < all.length ? ` Drawn are ${rows.length} of them; all are in the table.` : ''),
    legend: [
      { text: `${baseline.arm} (baseline, and the control)`, mark: mark('ring', palette.ink, palette) },
      { text: candidate.arm, mark: mark('triangle', palette.ink, palette) },
    ],
    head: ['process', 'round', 'position', 'arm', 'control', `value, ${unit}`],
    rows: all.map((row) => [
      row.process + 1,
      row.round + 1,
      row.position,
      row.arm,
      row.control ? 'yes' : 'no',
      row.value / per,
    ]),
  };
}
