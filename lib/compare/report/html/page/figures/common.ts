import * as Plot from '@observablehq/plot';
import type { Comparison } from '../../../../analysis/comparison';
import { type Scale, formatInterval, formatNumber, scaleOf } from '../../../words';
import type { Palette } from '../../palette';
import type { Context } from '../figure';

/** Plot's own answer may be wrapped by a legend; the figures here have none of its. */
export function plot(context: Context, options: Plot.PlotOptions): SVGSVGElement {
  const { palette, width } = context;
  const drawn = Plot.plot({
    width,
    marginLeft: 56,
    marginRight: 28,
    marginTop: 24,
    marginBottom: 46,
    ...options,
    style: {
      background: 'transparent',
      color: palette.ink,
      fontFamily: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
      fontSize: '12px',
      overflow: 'visible',
    },
  });
  // Plot names its groups for people who inspect them; for those who listen, the figure has one name and a summary.
  for (const group of drawn.querySelectorAll('[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label')!);
    group.removeAttribute('aria-label');
  }
  return drawn as SVGSVGElement;
}

/** Lines that help to read values off. */
export function grid({ palette }: Context): Plot.Markish[] {
  return [
    Plot.gridY({ stroke: palette.rule, strokeOpacity: 1 }),
    Plot.gridX({ stroke: palette.rule, strokeOpacity: 1 }),
  ];
}

/** What shifts of some comparisons are shown in: a unit that fits them, or percent. */
export function shiftScale({ data, selection }: Context, comparisons: readonly Comparison[]): Scale {
  if (selection.percent) return { unit: '%', per: 1 };
  return scaleOf(
    data.record.experiment.quantity.unit,
    comparisons.flatMap(({ shift }) => [shift.value, shift.interval?.low ?? 0, shift.interval?.high ?? 0]),
  );
}

/** A comparison's shift as it is drawn. */
export interface Shift {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** What is no larger may be the measurement's own doing, or does not matter. */
  readonly margin: number;
}

export function shiftOf(comparison: Comparison, { per }: Scale, percent: boolean): Shift {
  const { shift, percent: share, floor, band, baseline } = comparison;
  const of = percent ? (share ?? { value: NaN, interval: undefined }) : shift;
  const unit = percent ? baseline.value / 100 : per;
  const margin = Math.max(finite(floor) ?? 0, finite(band) ?? 0) / unit;
  const divided = (value: number | undefined): number | undefined => {
    const known = finite(value);
    return known === undefined ? undefined : percent ? known : known / per;
  };
  return {
    value: divided(of.value) ?? NaN,
    low: divided(of.interval?.low),
    high: divided(of.interval?.high),
    margin: Number.isFinite(margin) ? margin : 0,
  };
}

/** JSON has no number that is none. */
function finite(value: number | undefined | null): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** `33.1 ns, 95 % interval 31–35`. */
export function shiftText({ value, low, high }: Shift, unit: string, confidence: number): string {
  const interval =
    low === undefined || high === undefined
      ? ', without an interval'
      : `, ${confidence} % interval ${formatInterval([low, high])}`;
  return `${formatNumber(value)} ${unit}${interval}`;
}

export type Shape = 'line' | 'dashed' | 'dot' | 'triangle' | 'ring' | 'area' | 'bar';

/** A small mark for a legend. */
export function mark(shape: Shape, colour: string, palette: Palette): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('width', '26');
  svg.setAttribute('height', '14');
  svg.setAttribute('aria-hidden', 'true');
  const add = (name: string, attributes: Record<string, string | number>): void => {
    const made = document.createElementNS(space, name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
    svg.append(made);
  };
  const line = { x1: 1, x2: 25, y1: 7, y2: 7, stroke: colour, 'stroke-width': 2 };
  if (shape === 'line') add('line', line);
  if (shape === 'dashed') add('line', { ...line, 'stroke-dasharray': '5 3' });
  if (shape === 'dot') add('circle', { cx: 13, cy: 7, r: 4, fill: colour });
  if (shape === 'ring')
    add('circle', { cx: 13, cy: 7, r: 4, fill: palette.panel, stroke: colour, 'stroke-width': 1.6 });
  if (shape === 'triangle') add('path', { d: 'M13 2 L18 11 L8 11 Z', fill: colour });
  if (shape === 'area') add('rect', { x: 1, y: 1, width: 24, height: 12, fill: colour });
  if (shape === 'bar') add('rect', { x: 6, y: 1, width: 14, height: 12, fill: colour });
  return svg;
}
