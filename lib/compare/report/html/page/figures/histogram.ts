import * as Plot from '@observablehq/plot';
import { formatNumber, scaleOf } from '../../../words';
import type { Context, Drawn, Figure } from '../figure';
import { type Range, type Sample, leftOut, quantile, rangeOf, samplesOf } from '../sample';
import { mark, plot } from './common';

/** How often which values were seen, the arms one above the other. */
export const histogram: Figure = {
  id: 'histogram',
  title: 'Histogram',
  description: 'How large a share of the values lies in which range, for each arm; the line is the median.',
  draw: drawHistogram,
};

/** What lies beyond the range is in two bins that have one edge, and are in the table alone. */
interface Bin {
  readonly arm: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly share: number;
}

const BINS = 36;

function drawHistogram(context: Context): Drawn | string {
  const { data, selection, palette, width } = context;
  const samples = samplesOf(data, selection.comparison, selection.values);
  const [baseline, candidate] = samples;
  const full = samples.filter(({ total }) => total > 0);
  if (full.length === 0) return 'There are no values.';
  const range = rangeOf(samples, selection.all);
  const { name, unit: own } = data.record.experiment.quantity;
  const { unit, per } = scaleOf(own, [quantile(full[0]!, 0.5)]);
  const edges = edgesOf(range).map((edge) => edge / per);
  const bins = full.flatMap((sample) => binsOf(sample, edges, per));
  const medians = full.map((sample) => ({ arm: sample.name, value: quantile(sample, 0.5) / per }));
  const colour = ({ arm }: { arm: string }): string => (arm === baseline.name ? palette.baseline : palette.candidate);
  const svg = plot(context, {
    height: Math.min(340, Math.max(260, width * 0.6)),
    x: { label: `${name}, ${unit}`, type: range.log ? 'log' : 'linear', domain: [edges[0]!, edges.at(-1)!] },
    y: { label: 'share', tickFormat: '.0%', ticks: 4 },
    fy: { domain: samples.map((sample) => sample.name), axis: null },
    marks: [
      Plot.gridY({ stroke: palette.rule, strokeOpacity: 1, ticks: 4 }),
      Plot.rectY(
        bins.filter(({ from, to }) => from !== undefined && to !== undefined),
        { x1: 'from', x2: 'to', y: 'share', fy: 'arm', fill: colour, inset: 0.5 },
      ),
      Plot.ruleX(medians, { x: 'value', fy: 'arm', stroke: palette.ink, strokeDasharray: '4 2' }),
      Plot.text(
        samples.map((sample) => ({ arm: sample.name })),
        { fy: 'arm', text: 'arm', frameAnchor: 'top-right', fill: palette.ink, fontWeight: 600, dy: 2 },
      ),
      Plot.ruleY([0], { stroke: palette.muted }),
    ],
  });
  return {
    svg,
    summary:
      `Medians: ${medians.map(({ arm, value }) => `${arm} ${formatNumber(value)} ${unit}`).join(', ')}.` +
      leftOut(range, baseline.total + candidate.total),
    legend: [
      { text: `${baseline.name} (baseline, above)`, mark: mark('bar', palette.baseline, palette) },
      { text: `${candidate.name} (below)`, mark: mark('bar', palette.candidate, palette) },
    ],
    head: ['arm', `from, ${unit}`, `to, ${unit}`, 'share'],
    rows: bins.map(({ arm, from, to, share }) => [arm, from ?? 'less', to ?? 'more', share]),
  };
}

function edgesOf({ low, high, log }: Range): number[] {
  if (!(high > low)) return [low - 0.5, low + 0.5];
  return Array.from({ length: BINS + 1 }, (_, place) => {
    const share = place / BINS;
    return log ? low * (high / low) ** share : low + (high - low) * share;
  });
}

/** Every value is in a bin, if only in one of those beyond the edges. */
function binsOf({ name, values, counts, total }: Sample, edges: readonly number[], per: number): Bin[] {
  const shares = Array<number>(edges.length + 1).fill(0);
  let bin = 0;
  for (const [place, value] of values.entries()) {
    while (!fits(value / per, bin, edges)) bin++;
    shares[bin]! += counts[place]! / total;
  }
  return shares
    .map((share, place): Bin => ({ arm: name, from: edges[place - 1], to: edges[place], share }))
    .filter(({ from, to, share }) => share > 0 || (from !== undefined && to !== undefined));
}

/** Whether a value is in the bin that ends at an edge; the last edge is in its bin, and after it comes all the rest. */
function fits(value: number, bin: number, edges: readonly number[]): boolean {
  if (bin === edges.length) return true;
  return bin === edges.length - 1 ? value <= edges[bin]! : value < edges[bin]!;
}
