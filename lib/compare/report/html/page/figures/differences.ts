import * as Plot from '@observablehq/plot';
import { formatNumber, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Point, pointsOf } from '../sample';
import { grid, mark, plot, shiftOf, shiftText } from './common';
import { processColour, processRules, thinned } from './processes';

/** What the shift is made from. */
export const differences: Figure = {
  id: 'differences',
  title: 'Differences in the order of the run',
  description:
    'The candidate’s block less the baseline’s, round by round. What drifts hits both, and is gone here; what is left is what ' +
    'the shift and its interval are made from.',
  draw: drawDifferences,
};

interface Row {
  readonly process: number;
  readonly round: number;
  readonly place: number;
  readonly difference: number;
}

function drawDifferences(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const { comparison } = selection;
  const raw = pairsOf(pointsOf(data, comparison), comparison.baseline.arm);
  if (raw.length === 0) return 'No round has both arms.';
  const sorted = raw.map(({ difference }) => difference).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)]!;
  const { unit, per } = scaleOf(data.record.experiment.quantity.unit, [at(0.25), at(0.75)]);
  const rows = raw.map((row) => ({ ...row, difference: row.difference / per }));
  const room = 5 * (at(0.75) - at(0.25)) || Math.abs(at(0.5)) || 1;
  const [low, high] = [Math.max(at(0.25) - room, sorted[0]!), Math.min(at(0.75) + room, sorted.at(-1)!)];
  const outside = sorted.filter((value) => value < low || value > high).length;
  const shift = shiftOf(comparison, { unit, per }, false);
  const colour = processColour(rows, palette);
  const svg = plot(context, {
    marginTop: 44,
    height: Math.min(340, Math.max(240, width * 0.6)),
    x: { label: 'round', domain: [0, rows.length] },
    y: {
      label: `difference, ${unit}`,
      domain: [Math.min(0, low) / per, Math.max(0, high) / per],
      nice: true,
      clamp: true,
    },
    marks: [
      ...(shift.low !== undefined && shift.high !== undefined
        ? [
            Plot.rectY([0], {
              x1: 0,
              x2: rows.length,
              y1: shift.low,
              y2: shift.high,
              fill: palette.candidate,
              fillOpacity: 0.25,
            }),
          ]
        : []),
      ...grid(context),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.ruleY(Number.isFinite(shift.value) ? [shift.value] : [], {
        stroke: palette.candidate,
        strokeDasharray: '6 3',
      }),
      ...processRules(rows, context),
      Plot.dot(thinned(rows), { x: 'place', y: 'difference', fill: (row: Row) => colour(row.process), r: 2.6 }),
      Plot.tip(
        thinned(rows),
        Plot.pointer({
          x: 'place',
          y: 'difference',
          fill: palette.panel,
          stroke: palette.edge,
          title: (row: Row) =>
            `process ${row.process + 1}, round ${row.round + 1}\n${formatNumber(row.difference)} ${unit}`,
        }),
      ),
    ],
  });
  return {
    svg,
    summary:
      `${rows.length} differences; the shift is ${shiftText(shift, unit, data.analysis.confidence)}.` +
      (outside > 0 ? ` ${outside} farther out stand at the edge.` : ''),
    legend: [{ text: 'shift with its interval', mark: mark('dashed', palette.candidate, palette) }],
    head: ['process', 'round', `difference, ${unit}`],
    rows: rows.map((row) => [row.process + 1, row.round + 1, row.difference]),
  };
}

/** Of each round the candidate's block less the baseline's; the control is not in it. */
function pairsOf(points: readonly Point[], baseline: string): Row[] {
  const rounds = new Map<string, { process: number; round: number; a?: number; b?: number }>();
  for (const { process, round, arm, control, value } of points) {
    const key = `${process} ${round}`;
    const pair = rounds.get(key) ?? { process, round };
    rounds.set(key, pair);
    if (arm !== baseline) pair.b = value;
    else if (!control) pair.a = value;
  }
  return [...rounds.values()]
    .filter(({ a, b }) => a !== undefined && b !== undefined)
    .map(({ process, round, a, b }, place) => ({ process, round, place, difference: b! - a! }));
}
