import * as Plot from '@observablehq/plot';
import type { Comparison } from '../../../../analysis/comparison';
import { formatNumber, placeTitle } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Shift, mark, plot, shiftOf, shiftScale } from './common';

interface Row extends Shift {
  readonly comparison: Comparison;
  readonly label: string;
  readonly y: number;
}

/** Every interval of the view, one under the other. */
export const forest: Figure = {
  id: 'forest',
  title: 'All intervals',
  description:
    'Every comparison of the view: a point for the shift, a line for its interval, and grey where the A/A floor or what is ' +
    'too small to matter lies. A triangle is a difference that this run shows, a ring is none; the chosen one is bold.',
  wide: true,
  draw: drawForest,
};

const ROW = 19;
const MARGINS = 70;
/** Labels longer than this share of the figure are cut. */
const SHARE = 0.42;
const CHARACTER = 6.6;

function drawForest(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const { factors, armTitles } = data.record.experiment;
  const comparisons = data.analysis.comparisons.filter(({ view }) => view === selection.comparison.view);
  const scale = shiftScale(context, comparisons);
  const title = (arm: string): string => armTitles?.[arm] ?? arm;
  const rows = comparisons
    .map((comparison): Omit<Row, 'y'> => ({
      ...shiftOf(comparison, scale, selection.percent),
      comparison,
      label: [placeTitle(factors, comparison.cell), title(comparison.candidate.arm)].filter((text) => text !== '').join(', '),
    }))
    .filter(({ value }) => Number.isFinite(value))
    .map((row, y): Row => ({ ...row, y }));
  if (rows.length === 0) return 'No comparison has a shift.';
  const longest = Math.max(...rows.map(({ label }) => label.length));
  const marginLeft = Math.min(longest * CHARACTER + 14, width * SHARE);
  const room = Math.floor((marginLeft - 14) / CHARACTER);
  const isChosen = ({ comparison }: Row): boolean => comparison === selection.comparison;
  const told = ({ comparison: { verdict } }: Row): boolean => verdict === 'more' || verdict === 'less';
  const labels = (those: readonly Row[], fontWeight: number): Plot.Markish =>
    Plot.text(those, {
      y: 'y',
      text: ({ label }: Row) => (label.length > room ? `${label.slice(0, room - 1)}…` : label),
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -10,
      fill: palette.ink,
      fontWeight,
    });
  const svg = plot(context, {
    height: rows.length * ROW + MARGINS,
    marginLeft,
    x: { label: `shift, ${scale.unit}`, nice: true, grid: false, axis: 'both' },
    y: { type: 'band', domain: rows.map(({ y }) => y), axis: null, padding: 0.25 },
    marks: [
      Plot.barX(rows, { y: 'y', x1: ({ margin }: Row) => -margin, x2: 'margin', fill: palette.band, inset: -2 }),
      Plot.gridX({ stroke: palette.rule, strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: palette.muted }),
      Plot.ruleY(rows, {
        y: 'y',
        x1: ({ low, value }: Row) => low ?? value,
        x2: ({ high, value }: Row) => high ?? value,
        stroke: palette.candidate,
        strokeWidth: (row: Row) => (isChosen(row) ? 4 : 2),
      }),
      Plot.dot(rows.filter(told), {
        y: 'y',
        x: 'value',
        symbol: 'triangle',
        rotate: ({ comparison: { verdict } }: Row) => (verdict === 'less' ? 180 : 0),
        fill: palette.candidate,
        r: 4.5,
      }),
      Plot.dot(
        rows.filter((row) => !told(row)),
        { y: 'y', x: 'value', fill: palette.panel, stroke: palette.candidate, strokeWidth: 1.6, r: 4 },
      ),
      labels(rows.filter((row) => !isChosen(row)), 400),
      labels(rows.filter(isChosen), 700),
      Plot.tip(
        rows,
        Plot.pointerY({
          x: 'value',
          y: 'y',
          fill: palette.panel,
          stroke: palette.edge,
          title: (row: Row) => tipOf(row, scale.unit),
        }),
      ),
    ],
  });
  const count = rows.filter(told).length;
  return {
    svg,
    summary: `${rows.length} ${rows.length === 1 ? 'comparison' : 'comparisons'}; ${count} ${count === 1 ? 'shows' : 'show'} a difference.`,
    legend: [
      { text: 'a difference (upside down: less)', mark: mark('triangle', palette.candidate, palette) },
      { text: 'none that can be shown', mark: mark('ring', palette.candidate, palette) },
      { text: 'within the A/A floor, or too small to matter', mark: mark('area', palette.band, palette) },
    ],
    head: ['where', 'baseline', `shift, ${scale.unit}`, 'low', 'high', 'A/A or too small', 'verdict'],
    rows: rows.map(({ label, comparison, value, low, high, margin }) => [
      label,
      title(comparison.baseline.arm),
      value,
      low ?? '',
      high ?? '',
      margin,
      comparison.verdict ?? '',
    ]),
  };
}

function tipOf({ label, value, low, high, comparison: { verdict } }: Row, unit: string): string {
  const span = low === undefined || high === undefined ? '' : ` [${formatNumber(low)}, ${formatNumber(high)}]`;
  return [label, `${formatNumber(value)} ${unit}${span}`, ...(verdict ? [verdict] : [])].join('\n');
}
