import * as Plot from '@observablehq/plot';
import { formatNumber, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Sample, leftOut, quantile, rangeOf, samplesOf } from '../sample';
import { grid, mark, plot } from './common';

/** How many of the values are no larger. */
export const ecdf: Figure = {
  id: 'ecdf',
  title: 'Distribution (ECDF)',
  description:
    'For each value, the share of values that are no larger. Where one curve lies to the right of the other, that arm has more.',
  draw: drawEcdf,
};

interface Step {
  readonly arm: string;
  readonly value: number;
  readonly share: number;
}

/** More steps than this can't be seen. */
const STEPS = 400;

function drawEcdf(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const samples = samplesOf(data, selection.comparison, selection.values);
  const [baseline, candidate] = samples;
  if (samples.every(({ total }) => total === 0)) return 'There are no values.';
  const range = rangeOf(samples, selection.all);
  const { name, unit: own } = data.record.experiment.quantity;
  const { unit, per } = scaleOf(own, [quantile(baseline, 0.5), quantile(candidate, 0.5)]);
  const steps = samples.map((sample) => stepsOf(sample, per));
  const line = { x: 'value', y: 'share', strokeWidth: 2, curve: 'step-after', clip: true } as const;
  const svg = plot(context, {
    height: Math.min(340, Math.max(240, width * 0.6)),
    x: {
      label: `${name}, ${unit}`,
      type: range.log ? 'log' : 'linear',
      domain: [range.low / per, range.high / per],
      nice: !range.log,
    },
    y: { label: 'share no larger', domain: [0, 1], tickFormat: '.0%' },
    marks: [
      ...grid(context),
      Plot.line(steps[0], { ...line, stroke: palette.baseline }),
      Plot.line(steps[1], { ...line, stroke: palette.candidate, strokeDasharray: '6 3' }),
      Plot.tip(
        steps.flat().filter(({ value }) => value * per >= range.low && value * per <= range.high),
        Plot.pointer({
          x: 'value',
          y: 'share',
          fill: palette.panel,
          stroke: palette.edge,
          title: ({ arm, value, share }: Step) =>
            `${arm}\n${(100 * share).toFixed(1)} % ≤ ${formatNumber(value)} ${unit}`,
        }),
      ),
    ],
  });
  return {
    svg,
    summary:
      `Half of the values of ${baseline.name} are at most ${formatNumber(quantile(baseline, 0.5) / per)} ${unit}, ` +
      `of ${candidate.name} ${formatNumber(quantile(candidate, 0.5) / per)} ${unit}.` +
      leftOut(range, baseline.total + candidate.total),
    legend: [
      { text: `${baseline.name} (baseline)`, mark: mark('line', palette.baseline, palette) },
      { text: candidate.name, mark: mark('dashed', palette.candidate, palette) },
    ],
    head: ['arm', `value, ${unit}`, 'share no larger'],
    rows: steps.flat().map(({ arm, value, share }) => [arm, value, share]),
  };
}

function stepsOf({ name, values, counts, total }: Sample, per: number): Step[] {
  const every = Math.ceil(values.length / STEPS);
  let seen = 0;
  return values.flatMap((value, place) => {
    seen += counts[place]!;
    const kept = place % every === 0 || place === values.length - 1;
    return kept ? [{ arm: name, value: value / per, share: seen / total }] : [];
  });
}
