import * as Plot from '@observablehq/plot';
import { formatNumber, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Sample, isLongTailed, quantile, reachOf, samplesOf } from '../sample';
import { mark, plot } from './common';

/** How often which values were seen, the arms one above the other. */
export const histogram: Figure = {
  id: 'histogram',
  title: 'Histogram',
  description: 'How large a share of the values lies in which range, for each arm; the line is the median.',
  draw: drawHistogram,
};

interface Bin {
  readonly arm: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

const BINS = 36;

function drawHistogram(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const samples = samplesOf(data, selection.comparison, selection.values);
  const [baseline, candidate] = samples;
  const full = samples.filter(({ total }) => total > 0);
  if (full.length === 0) return 'There are no values.';
  const log = isLongTailed(samples);
  const { low, high, cut } = reachOf(samples);
  const top = log ? Math.max(...full.map(({ values }) => values.at(-1)!)) : high;
  const { unit, per } = scaleOf(data.record.experiment.quantity.unit, [quantile(full[0]!, 0.5)]);
  const edges = edgesOf(low / per, top / per, log);
  const bins = samples.flatMap((sample) => binsOf(sample, edges, per));
  const medians = full.map((sample) => ({ arm: sample.name, value: quantile(sample, 0.5) / per }));
  const colour = ({ arm }: { arm: string }): string => (arm === baseline.name ? palette.baseline : palette.candidate);
  const svg = plot(context, {
    height: Math.min(340, Math.max(260, width * 0.6)),
    marginRight: 20,
    x: {
      label: `${data.record.experiment.quantity.name}, ${unit}`,
      type: log ? 'log' : 'linear',
      domain: [edges[0]!, edges.at(-1)!],
    },
    y: { label: 'share', tickFormat: '.0%', ticks: 4, grid: false },
    fy: { domain: samples.map(({ name }) => name), axis: null },
    marks: [
      Plot.gridY({ stroke: palette.rule, strokeOpacity: 1, ticks: 4 }),
      Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'share', fy: 'arm', fill: colour, inset: 0.5 }),
      Plot.ruleX(medians, { x: 'value', fy: 'arm', stroke: palette.ink, strokeDasharray: '4 2' }),
      Plot.text(
        samples.map(({ name }) => ({ arm: name })),
        { fy: 'arm', text: 'arm', frameAnchor: 'top-right', fill: palette.ink, fontWeight: 600, dy: 2 },
      ),
      Plot.ruleY([0], { stroke: palette.muted }),
    ],
  });
  const last = cut && !log ? ` The last bar holds all that is beyond ${formatNumber(high / per)} ${unit}.` : '';
  return {
    svg,
    summary: `Medians: ${medians.map(({ arm, value }) => `${arm} ${formatNumber(value)} ${unit}`).join(', ')}.${last}`,
    legend: [
      { text: `${baseline.name} (baseline, above)`, mark: mark('bar', palette.baseline, palette) },
      { text: `${candidate.name} (below)`, mark: mark('bar', palette.candidate, palette) },
    ],
    head: ['arm', `from, ${unit}`, `to, ${unit}`, 'share'],
    rows: bins.map(({ arm, from, to, share }) => [arm, from, to, share]),
  };
}

function edgesOf(low: number, high: number, log: boolean): number[] {
  if (!(high > low)) return [low - 0.5, low + 0.5];
  return Array.from({ length: BINS + 1 }, (_, place) => {
    const share = place / BINS;
    return log ? low * (high / low) ** share : low + (high - low) * share;
  });
}

/** Every value is in a bin: what is beyond the last edge is in the last one. */
function binsOf({ name, values, counts, total }: Sample, edges: readonly number[], per: number): Bin[] {
  const shares = Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  for (const [place, value] of values.entries()) {
    while (bin < shares.length - 1 && value / per >= edges[bin + 1]!) bin++;
    shares[bin]! += counts[place]! / total;
  }
  return shares.map((share, place) => ({ arm: name, from: edges[place]!, to: edges[place + 1]!, share }));
}
