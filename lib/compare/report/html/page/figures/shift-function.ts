import * as Plot from '@observablehq/plot';
import { formatNumber, formatRange, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { quantile, samplesOf } from '../sample';
import { grid, mark, plot, shiftOf } from './common';

/** Where in the distribution the difference comes from. */
export const shiftFunction: Figure = {
  id: 'shift-function',
  title: 'Shift function',
  description:
    'The difference between the two arms at each quantile: level where all values are shifted alike, rising where the slow ' +
    'ones differ more than the fast ones. The points have no intervals of their own; the line is the shift with its interval.',
  draw: drawShiftFunction,
};

interface Row {
  readonly share: number;
  readonly baseline: number;
  readonly candidate: number;
  readonly difference: number;
}

const SHARES = Array.from({ length: 19 }, (_, place) => (place + 1) / 20);

function drawShiftFunction(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const [baseline, candidate] = samplesOf(data, selection.comparison, selection.values);
  if (baseline.total === 0 || candidate.total === 0) return 'There are no values.';
  const raw = SHARES.map((share) => [quantile(baseline, share), quantile(candidate, share)] as const);
  const { unit, per } = scaleOf(
    data.record.experiment.quantity.unit,
    raw.map(([a, b]) => b - a),
  );
  const rows = raw.map(([a, b], place): Row => {
    return { share: SHARES[place]!, baseline: a / per, candidate: b / per, difference: (b - a) / per };
  });
  const { value, low, high } = shiftOf(selection.comparison, { unit, per }, false);
  const whole = Number.isFinite(value) ? [value] : [];
  const svg = plot(context, {
    height: Math.min(340, Math.max(240, width * 0.6)),
    x: { label: 'quantile', domain: [0, 1], tickFormat: '.0%' },
    y: { label: `difference, ${unit}`, nice: true, zero: true },
    marks: [
      ...(low !== undefined && high !== undefined
        ? [Plot.rectY([0], { x1: 0, x2: 1, y1: low, y2: high, fill: palette.candidate, fillOpacity: 0.18 })]
        : []),
      ...grid(context),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.ruleY(whole, { stroke: palette.candidate, strokeDasharray: '6 3' }),
      Plot.line(rows, { x: 'share', y: 'difference', stroke: palette.ink }),
      Plot.dot(rows, { x: 'share', y: 'difference', fill: palette.ink, r: 3 }),
      Plot.tip(
        rows,
        Plot.pointerX({
          x: 'share',
          y: 'difference',
          fill: palette.panel,
          stroke: palette.edge,
          title: (row: Row) => `${(100 * row.share).toFixed(0)} %\n${formatNumber(row.difference)} ${unit}`,
        }),
      ),
    ],
  });
  return {
    svg,
    summary: `Between the quantiles 5 % and 95 % the difference is ${formatRange(rows.map(({ difference }) => difference))} ${unit}.`,
    legend: [
      { text: 'difference at a quantile', mark: mark('dot', palette.ink, palette) },
      { text: 'shift with its interval', mark: mark('dashed', palette.candidate, palette) },
    ],
    head: ['quantile', `${baseline.name}, ${unit}`, `${candidate.name}, ${unit}`, `difference, ${unit}`],
    rows: rows.map((row) => [row.share, row.baseline, row.candidate, row.difference]),
  };
}
