import * as Plot from '@observablehq/plot';
import { formatNumber, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Sample, isLongTailed, quantile, reachOf, samplesOf } from '../sample';
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
  const { low, high, cut } = reachOf(samples);
  const log = isLongTailed(samples);
  const { unit, per } = scaleOf(data.record.experiment.quantity.unit, [
    quantile(baseline, 0.5),
    quantile(candidate, 0.5),
  ]);
  const steps = samples.map((sample) => stepsOf(sample, per));
  const top = log ? Math.max(...steps.flat().map(({ value }) => value)) : high / per;
  const svg = plot(context, {
    height: Math.min(340, Math.max(240, width * 0.6)),
    x: {
      label: `${data.record.experiment.quantity.name}, ${unit}`,
      type: log ? 'log' : 'linear',
      domain: [low / per, top],
      clamp: true,
    },
    y: { label: 'share no larger', domain: [0, 1], tickFormat: '.0%' },
    marks: [
      ...grid(context),
      Plot.line(steps[0], { x: 'value', y: 'share', stroke: palette.baseline, strokeWidth: 2, curve: 'step-after' }),
      Plot.line(steps[1], {
        x: 'value',
        y: 'share',
        stroke: palette.candidate,
        strokeWidth: 2,
        strokeDasharray: '6 3',
        curve: 'step-after',
      }),
      Plot.tip(
        steps.flat(),
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
      (cut && !log ? ' Values farther out than the figure goes stand at its edge.' : ''),
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
