import * as Plot from '@observablehq/plot';
import type { Palette } from '../../palette';
import { DARK } from '../../palette';
import type { Context } from '../figure';

/** Colours that are told apart by people who see few of them, for a light ground and for a dark one. */
const ON_LIGHT = ['#8a4a9e', '#1b7f5c', '#8a6d00', '#a63446', '#4a5fb0', '#5b6b1f', '#0e7c86', '#7a5544'];
const ON_DARK = ['#cf9be0', '#5fc9a0', '#dcbf4e', '#f08a97', '#9fb0f5', '#b4c46a', '#5cc5d1', '#d0ab98'];

/** A colour for each process; they stand next to one another as well, each with its number. */
export function processColour(points: readonly { process: number }[], palette: Palette): (process: number) => string {
  const colours = palette === DARK ? ON_DARK : ON_LIGHT;
  const processes = [...new Set(points.map(({ process }) => process))];
  return (process) => colours[processes.indexOf(process) % colours.length]!;
}

/** Where each process begins, with its number. */
export function processRules(
  points: readonly { process: number; place: number }[],
  { palette }: Context,
): Plot.Markish[] {
  const starts = points.filter((point, index) => index === 0 || point.process !== points[index - 1]!.process);
  if (starts.length < 2) return [];
  const every = Math.ceil(starts.length / 12);
  return [
    Plot.ruleX(starts.slice(1), { x: 'place', stroke: palette.edge, strokeDasharray: '2 3' }),
    Plot.text(
      starts.filter((_, place) => place % every === 0),
      {
        x: 'place',
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 4,
        dy: -15,
        text: ({ process }: { process: number }) =>
          starts.length > 12 ? String(process + 1) : `process ${process + 1}`,
        fill: palette.muted,
        fontSize: 11,
      },
    ),
  ];
}

/** More points than this only make the page slow. */
const MOST = 3000;

/** Every so many of them, if there are too many to draw. */
export function thinned<T>(rows: readonly T[]): T[] {
  // An odd step, so that it does not fall on one arm again and again.
  const step = Math.ceil(rows.length / MOST);
  const odd = step > 1 && step % 2 === 0 ? step + 1 : step;
  return rows.filter((_, place) => place % Math.max(odd, 1) === 0);
}
