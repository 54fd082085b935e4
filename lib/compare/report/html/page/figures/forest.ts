import * as Plot from '@observablehq/plot';
import type { Comparison } from '../../../../analysis/comparison';
import { foldsOf } from '../../../fold';
import { armTitle } from '../../../sentence';
import { headingOf, rowLabel } from '../../../tables/heading';
import { formatNumber, labelOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Shift, mark, plot, shiftOf, shiftScale } from './common';

interface Row extends Shift {
  readonly comparison: Comparison;
  /** What tells it from all others: `tcp, 64 B, write()`. */
  readonly label: string;
  readonly y: number;
}

/** A line of text at the left: a row's name, or what some rows have in common. */
interface Line {
  readonly y: number;
  readonly text: string;
  readonly heading: boolean;
  readonly chosen: boolean;
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
/** Where names would take more than this share of the figure, what they have in common becomes headings. */
const SHARE = 0.4;
const CHARACTER = 6.6;
const GAP = 14;

function drawForest(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const { experiment } = data.record;
  const comparisons = data.analysis.comparisons.filter(({ view }) => view === selection.comparison.view);
  const scale = shiftScale(context, comparisons);
  const shown = comparisons.filter((comparison) =>
    Number.isFinite(shiftOf(comparison, scale, selection.percent).value),
  );
  if (shown.length === 0) return 'No comparison has a shift.';
  const label = ({ cell, candidate }: Comparison): string =>
    [labelOf(experiment.factors, cell), armTitle(experiment, candidate.arm)].filter((text) => text !== '').join(', ');
  const lines = linesOf(context, shown, label);
  const rows = shown.map((comparison): Row => ({
    ...shiftOf(comparison, scale, selection.percent),
    comparison,
    label: label(comparison),
    y: lines.places.get(comparison)!,
  }));
  const told = ({ comparison: { verdict } }: Row): boolean => verdict === 'more' || verdict === 'less';
  const isChosen = ({ comparison }: Row): boolean => comparison === selection.comparison;
  const svg = plot(context, {
    height: lines.texts.length * ROW + MARGINS,
    marginLeft: lines.room,
    x: { label: `shift, ${scale.unit}`, nice: true, axis: 'both', ticks: Math.max(3, (width - lines.room) / 70) },
    y: { type: 'band', domain: lines.texts.map(({ y }) => y), axis: null, padding: 0.25 },
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
      ...textMarks(lines, context),
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
    rows: rows.map((row) => [
      row.label,
      armTitle(experiment, row.comparison.baseline.arm),
      row.value,
      row.low ?? '',
      row.high ?? '',
      row.margin,
      row.comparison.verdict ?? '',
    ]),
  };
}

interface Lines {
  readonly texts: readonly Line[];
  readonly places: ReadonlyMap<Comparison, number>;
  /** In pixels. */
  readonly room: number;
}

function linesOf(
  { data, selection, width }: Context,
  comparisons: readonly Comparison[],
  label: (comparison: Comparison) => string,
): Lines {
  const longest = (texts: readonly string[]): number =>
    CHARACTER * Math.max(...texts.map(({ length }) => length)) + GAP;
  const texts: Line[] = [];
  const places = new Map<Comparison, number>();
  const row = (comparison: Comparison, text: string): void => {
    places.set(comparison, texts.length);
    texts.push({ y: texts.length, text, heading: false, chosen: comparison === selection.comparison });
  };
  const room = longest(comparisons.map(label));
  if (room <= SHARE * width) {
    for (const comparison of comparisons) row(comparison, label(comparison));
    return { texts, places, room };
  }
  for (const fold of foldsOf(comparisons, data.record.experiment.factors)) {
    texts.push({ y: texts.length, text: headingOf(fold, data.record), heading: true, chosen: false });
    for (const comparison of fold.comparisons) row(comparison, rowLabel(comparison, fold));
  }
  const rows = texts.filter(({ heading }) => !heading).map(({ text }) => text);
  return { texts, places, room: Math.min(longest(rows), SHARE * width) };
}

/** Names end where the figure begins; headings begin at its left edge, and are cut at its right one. */
function textMarks({ texts, room }: Lines, { palette, width }: Context): Plot.Markish[] {
  const clipped = (text: string, pixels: number): string => {
    const most = Math.floor(pixels / CHARACTER);
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  };
  const rows = texts.filter(({ heading }) => !heading);
  const names = (those: readonly Line[], fontWeight: number): Plot.Markish =>
    Plot.text(those, {
      y: 'y',
      text: ({ text }: Line) => clipped(text, room - GAP),
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -10,
      fill: palette.ink,
      fontWeight,
    });
  return [
    names(
      rows.filter(({ chosen }) => !chosen),
      400,
    ),
    names(
      rows.filter(({ chosen }) => chosen),
      700,
    ),
    Plot.text(
      texts.filter(({ heading }) => heading),
      {
        y: 'y',
        text: ({ text }: Line) => clipped(text, width - 10),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -room + 2,
        fill: palette.muted,
        stroke: palette.panel,
        strokeWidth: 4,
      },
    ),
  ];
}

function tipOf({ label, value, low, high, comparison: { verdict } }: Row, unit: string): string {
  const span = low === undefined || high === undefined ? '' : ` [${formatNumber(low)}, ${formatNumber(high)}]`;
  return [label, `${formatNumber(value)} ${unit}${span}`, ...(verdict ? [verdict] : [])].join('\n');
}
