import * as Plot from '@observablehq/plot';
import type { Comparison } from '../../../../analysis/comparison';
import type { Factor, Level } from '../../../../experiment';
import { foldingFactor } from '../../../fold';
import { formatLevel, formatNumber, formatRange, placeTitle } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Shift, mark, plot, shiftOf, shiftScale } from './common';

interface Row extends Shift {
  readonly comparison: Comparison;
  readonly place: string;
  readonly x: Level;
  readonly selected: boolean;
}

/** The shift over the sizes, with the ribbon of its intervals. */
export const curve: Figure = {
  id: 'curve',
  title: 'Shift by size',
  description:
    'How much more the candidate has than the baseline, with the ribbon of its intervals. Where the ribbon leaves the ' +
    'grey band there is a difference that this run can show. Thin lines are the same two arms elsewhere.',
  wide: true,
  draw: drawCurve,
};

function drawCurve(context: Context): Drawn | string {
  const { data, palette, width } = context;
  const { factors } = data.record.experiment;
  const factor = foldingFactor(factors) ?? factors.find(({ levels }) => levels.length > 1);
  if (factor === undefined) return 'Every comparison was made in one place alone, so there is no curve.';
  const scale = shiftScale(context, alikeOf(context));
  const rows = rowsOf(context, factor);
  const own = rows.filter(({ selected }) => selected);
  const elsewhere = rows.filter(({ selected }) => !selected);
  const log = isLogarithmic(factor);
  const label = (level: Level): string => formatLevel(factor, level);
  const ticks = thinned(factor.levels, Math.max(2, Math.floor(width / 70)));
  const domain = boundsOf(rows, own);
  const svg = plot(context, {
    height: Math.min(380, Math.max(260, width * 0.42)),
    x: log
      ? { type: 'log', base: 2, ticks: ticks as number[], tickFormat: label, label: factor.title }
      : typeof factor.levels[0] === 'number'
        ? { ticks: ticks as number[], tickFormat: label, label: factor.title }
        : { type: 'point', domain: [...factor.levels], tickFormat: label, label: factor.title },
    y: { label: `shift, ${scale.unit}`, domain, nice: true },
    marks: [
      Plot.areaY(own, { x: 'x', y1: ({ margin }: Row) => -margin, y2: 'margin', fill: palette.band, clip: true }),
      Plot.gridY({ stroke: palette.rule, strokeOpacity: 1 }),
      Plot.gridX(ticks as number[], { stroke: palette.rule, strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.line(elsewhere, { x: 'x', y: 'value', z: 'place', stroke: palette.edge, strokeWidth: 1, clip: true }),
      Plot.areaY(own, { x: 'x', y1: 'low', y2: 'high', fill: palette.candidate, fillOpacity: 0.25 }),
      Plot.ruleX(own, { x: 'x', y1: 'low', y2: 'high', stroke: palette.candidate, strokeWidth: 1.5 }),
      Plot.lineY(own, { x: 'x', y: 'value', stroke: palette.candidate, strokeWidth: 2 }),
      Plot.dot(own, { x: 'x', y: 'value', fill: palette.candidate, r: 3.5 }),
      Plot.tip(
        rows,
        Plot.pointer({
          x: 'x',
          y: 'value',
          fill: palette.panel,
          stroke: palette.edge,
          title: ({ place, x, value, low, high }: Row) =>
            [place, label(x), `${formatNumber(value)} ${scale.unit} ${span(low, high)}`]
              .filter((text) => text !== '')
              .join('\n'),
        }),
      ),
    ],
  });
  const places = new Set(elsewhere.map(({ place }) => place)).size;
  return {
    svg,
    summary: summaryOf(own, label, scale.unit),
    legend: [
      {
        text: `shift${own[0]?.place ? ` (${own[0].place})` : ''} with its interval`,
        mark: mark('line', palette.candidate, palette),
      },
      ...(places > 0 ? [{ text: 'elsewhere', mark: mark('line', palette.edge, palette) }] : []),
      { text: 'within the A/A floor, or too small to matter', mark: mark('area', palette.band, palette) },
    ],
    head: ['where', factor.title, `shift, ${scale.unit}`, 'low', 'high', 'A/A or too small', 'verdict'],
    rows: rows.map(({ place, x, value, low, high, margin, comparison }) => [
      place,
      label(x),
      value,
      low ?? '',
      high ?? '',
      margin,
      comparison.verdict ?? '',
    ]),
  };
}

/** The comparisons of the chosen arms in the chosen view. */
function alikeOf({ data, selection: { comparison } }: Context): Comparison[] {
  return data.analysis.comparisons.filter(
    ({ view, baseline, candidate }) =>
      view === comparison.view &&
      baseline.arm === comparison.baseline.arm &&
      candidate.arm === comparison.candidate.arm,
  );
}

function rowsOf(context: Context, factor: Factor): Row[] {
  const { data, selection } = context;
  const others = data.record.experiment.factors.filter((other) => other !== factor);
  const scale = shiftScale(context, alikeOf(context));
  const chosen = selection.comparison;
  return alikeOf(context)
    .map((comparison) => ({
      ...shiftOf(comparison, scale, selection.percent),
      comparison,
      place: placeTitle(others, comparison.cell),
      x: comparison.cell[factor.name]!,
      selected: others.every(({ name }) => comparison.cell[name] === chosen.cell[name]),
    }))
    .filter(({ value }) => Number.isFinite(value));
}

/** Sizes go in powers. */
function isLogarithmic({ levels }: Factor): boolean {
  const numbers = levels.filter((level) => typeof level === 'number');
  return (
    numbers.length === levels.length && Math.min(...numbers) > 0 && Math.max(...numbers) >= 16 * Math.min(...numbers)
  );
}

function thinned(levels: readonly Level[], most: number): Level[] {
  const step = Math.ceil(levels.length / most);
  return levels.filter((_, place) => place % step === 0);
}

/** Everything of the chosen curve is to be seen, and of the others what is not too far away. */
function boundsOf(rows: readonly Row[], own: readonly Row[]): [number, number] {
  const inner = own.flatMap(({ value, low, high, margin }) => [value, low ?? value, high ?? value, margin, -margin, 0]);
  const [least, most] = [Math.min(0, ...inner), Math.max(0, ...inner)];
  const room = most - least || 1;
  const outer = rows.map(({ value }) => value).filter((value) => value > least - room && value < most + room);
  return [Math.min(least, ...outer), Math.max(most, ...outer)];
}

function span(low: number | undefined, high: number | undefined): string {
  return low === undefined || high === undefined ? '' : `[${formatNumber(low)}, ${formatNumber(high)}]`;
}

function summaryOf(rows: readonly Row[], label: (level: Level) => string, unit: string): string {
  if (rows.length === 0) return '';
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const ends =
    rows.length === 1
      ? `${formatNumber(first.value)} ${unit} at ${label(first.x)}`
      : `From ${formatNumber(first.value)} ${unit} at ${label(first.x)} to ${formatNumber(last.value)} ${unit} at ${label(last.x)}`;
  const clear = rows.filter(
    ({ low, high, margin }) => low !== undefined && high !== undefined && (low > margin || high < -margin),
  );
  const all = formatRange(rows.map(({ value }) => value));
  const outside = `${clear.length} of ${rows.length} intervals ${clear.length === 1 ? 'lies' : 'lie'} wholly outside the grey band`;
  return `${ends}; all are ${all} ${unit}. ${outside}.`;
}
