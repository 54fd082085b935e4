import * as Plot from '@observablehq/plot';
import type { Estimate } from '../../../../analysis';
import { formatNumber, formatRange, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { quantile, samplesOf } from '../sample';
import { grid, mark, plot, shiftOf } from './common';

/** Where in the distribution the difference comes from. */
export const shiftFunction: Figure = {
  id: 'shift-function',
  title: 'Shift function',
  description:
    'The difference between the two arms at each decile, with its interval where there is one: level where all values are ' +
    'shifted alike, rising where the slow ones differ more than the fast ones.',
  draw: drawShiftFunction,
};

interface Row {
  readonly share: number;
  readonly difference: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

function drawShiftFunction(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const found = selection.values === 'blocks' ? ofBlocks(context) : ofSingles(context);
  if (found.length === 0) return 'There are too few values.';
  const { unit, per } = scaleOf(
    data.record.experiment.quantity.unit,
    found.map(({ difference }) => difference),
  );
  const rows = found.map(({ share, difference, low, high }): Row => ({
    share,
    difference: difference / per,
    low: low === undefined ? undefined : low / per,
    high: high === undefined ? undefined : high / per,
  }));
  const whole = shiftOf(selection.comparison, { unit, per }, false);
  const svg = plot(context, {
    height: Math.min(340, Math.max(240, width * 0.6)),
    x: { label: 'quantile', domain: [0, 1], tickFormat: '.0%' },
    y: { label: `difference, ${unit}`, nice: true, zero: true },
    marks: [
      ...(whole.low !== undefined && whole.high !== undefined
        ? [Plot.rectY([0], { x1: 0, x2: 1, y1: whole.low, y2: whole.high, fill: palette.candidate, fillOpacity: 0.18 })]
        : []),
      ...grid(context),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.ruleY(Number.isFinite(whole.value) ? [whole.value] : [], {
        stroke: palette.candidate,
        strokeDasharray: '6 3',
      }),
      Plot.line(rows, { x: 'share', y: 'difference', stroke: palette.ink }),
      Plot.ruleX(
        rows.filter(({ low }) => low !== undefined),
        { x: 'share', y1: 'low', y2: 'high', stroke: palette.ink, strokeWidth: 1.5 },
      ),
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
  const intervals = rows.some(({ low }) => low !== undefined);
  return {
    svg,
    summary:
      `Between the quantiles ${(100 * rows[0]!.share).toFixed(0)} % and ${(100 * rows.at(-1)!.share).toFixed(0)} % the difference is ` +
      `${formatRange(rows.map(({ difference }) => difference))} ${unit}.${intervals ? '' : ' The points have no intervals.'}`,
    legend: [
      {
        text: `difference at a decile${intervals ? ' with its interval' : ''}`,
        mark: mark('dot', palette.ink, palette),
      },
      { text: 'shift with its interval', mark: mark('dashed', palette.candidate, palette) },
    ],
    head: ['quantile', `difference, ${unit}`, 'low', 'high'],
    rows: rows.map(({ share, difference, low, high }) => [share, difference, low ?? '', high ?? '']),
  };
}

/** As the analysis has it: within each process, then over processes. */
function ofBlocks({ data, selection: { comparison } }: Context): Row[] {
  const place = data.analysis.comparisons.indexOf(comparison);
  return (data.shiftFunctions[place] ?? [])
    .map(({ share, difference }) => rowOf(share, difference))
    .filter(({ difference }) => Number.isFinite(difference));
}

function rowOf(share: number, { value, interval }: Estimate): Row {
  const known = interval !== undefined && Number.isFinite(interval.low) && Number.isFinite(interval.high);
  // JSON has null for what is no number.
  return {
    share,
    difference: value ?? NaN,
    low: known ? interval.low : undefined,
    high: known ? interval.high : undefined,
  };
}

const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Single values are autocorrelated, so their quantiles get no intervals. */
function ofSingles({ data, selection }: Context): Row[] {
  const [baseline, candidate] = samplesOf(data, selection.comparison, selection.values);
  if (baseline.total === 0 || candidate.total === 0) return [];
  return DECILES.map((share) => ({
    share,
    difference: quantile(candidate, share) - quantile(baseline, share),
    low: undefined,
    high: undefined,
  }));
}
