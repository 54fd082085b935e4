import type { Analysis, Comparison, Estimate, LevelOf, Percentiles } from '../../../../lib/compare/analysis/comparison';
import type { RunRecord } from '../../../../lib/compare/record';

/** A plain analysis of a simulated run, for reports to show: medians, and intervals from the quartiles. */
export function sampleAnalysis(record: RunRecord): Analysis {
  const { experiment } = record;
  const comparisons = experiment.cells.flatMap(({ cell, contest, views }, index) =>
    contest.candidates.flatMap((candidate) =>
      views.map((view): Comparison => {
        const first = view === views[0];
        const of = (arm: string, control = false): number[] =>
          record.blocks
            .filter(
              (block) => block.cell === index && block.view === view && block.arm === arm && block.control === control,
            )
            .map(({ total, calls }) => total / calls);
        const [a, b, again] = [of(contest.baseline), of(candidate), of(contest.baseline, true)];
        const baseline = levelOf(record, index, contest.baseline, view, a);
        const shift = estimate(b.map((value, place) => value - a[place]!));
        const control = first ? estimate(again.map((value, place) => value - a[place]!)) : undefined;
        const inPercent = (value: number): number => (100 * value) / baseline.value;
        const band = 2;
        const floor = control?.interval && Math.max(Math.abs(control.interval.low), Math.abs(control.interval.high));
        return {
          index,
          cell,
          view,
          baseline,
          candidate: levelOf(record, index, candidate, view, b),
          shift,
          percent: {
            value: inPercent(shift.value),
            interval: shift.interval && { low: inPercent(shift.interval.low), high: inPercent(shift.interval.high) },
          },
          control,
          floor,
          delta: shift.value > 0 ? 0.91 : -0.4,
          p: shift.interval && 0.0004,
          adjusted: shift.interval && 0.004,
          band,
          verdict: first ? verdictOf(shift, floor, band) : undefined,
        };
      }),
    ),
  );
  return {
    comparisons,
    overhead: { native: 20 },
    confidence: 95,
    method: `block bootstrap, hierarchical over ${record.processes.length} processes`,
  };
}

function verdictOf({ interval }: Estimate, floor: number | undefined, band: number): Comparison['verdict'] {
  if (interval === undefined || floor === undefined) return 'too few';
  if (interval.low > Math.max(floor, band)) return 'more';
  if (interval.high < -Math.max(floor, band)) return 'less';
  return interval.low > -band && interval.high < band ? 'negligible' : 'none';
}

function estimate(values: readonly number[]): Estimate {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? NaN;
  const [middle, spread] = [at(0.5), (at(0.75) - at(0.25)) / Math.sqrt(values.length)];
  if (values.length < 10) return { value: middle, interval: undefined };
  return { value: middle, interval: { low: middle - 1.5 * spread, high: middle + 1.5 * spread } };
}

function levelOf(record: RunRecord, cell: number, arm: string, view: string, values: readonly number[]): LevelOf {
  const blocks = record.blocks.filter((block) => block.cell === cell && block.arm === arm && block.view === view);
  const sum = (of: (block: (typeof blocks)[number]) => number): number =>
    blocks.reduce((total, block) => total + of(block), 0);
  const names = Object.keys(blocks[0]?.extra ?? {});
  const counts = record.distributions.filter(
    (entry) => entry.cell === cell && entry.arm === arm && entry.view === view,
  );
  return {
    arm,
    value: estimate(values).value - 20,
    outliers: { mild: Math.round(blocks.length / 50), severe: 0, blocks: blocks.length },
    short: sum(({ short }) => short),
    failed: sum(({ failed }) => failed),
    calls: sum(({ calls }) => calls),
    percentiles: Object.fromEntries(counts.map(({ kind, counts: pairs }) => [kind, percentilesOf(pairs)])),
    extra: Object.fromEntries(
      names.map((name) => [name, sum(({ extra }) => extra?.[name] ?? 0) / sum(({ calls }) => calls)]),
    ),
  };
}

function percentilesOf(pairs: readonly (readonly [number, number])[]): Percentiles {
  const count = pairs.reduce((sum, [, times]) => sum + times, 0);
  const at = (share: number): number => {
    let seen = 0;
    return (pairs.find(([, times]) => (seen += times) >= share * count) ?? pairs.at(-1)!)[0] - 20;
  };
  return { count, p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), p9999: at(0.9999), max: at(1) };
}
