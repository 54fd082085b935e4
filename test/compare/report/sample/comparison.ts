import type { Analysis, Comparison, Interval, LevelOf, Verdict } from '../../../../lib/compare/analysis/comparison';
import type { Cell } from '../../../../lib/compare/experiment';

/** A comparison made by hand, for the words on it. */
export function comparisonOf(
  cell: Cell,
  verdict: Verdict,
  value: number,
  interval?: Interval,
  more: Partial<Comparison> = {},
): Comparison {
  const [baseline, candidate] = cell.direction === 'recv' ? ['recv', 'read'] : ['send', 'write'];
  return {
    index: 0,
    cell,
    view: 'native',
    baseline: levelOf(baseline, 500),
    candidate: levelOf(candidate, 500 + value),
    shift: { value, interval },
    percent: { value: value / 5, interval: interval && { low: interval.low / 5, high: interval.high / 5 } },
    control: { value: 0.1, interval: { low: -0.8, high: 0.9 } },
    floor: 0.9,
    delta: 0.5,
    p: 0.001,
    adjusted: 0.01,
    band: 2,
    verdict,
    ...more,
  };
}

function levelOf(arm: string, value: number): LevelOf {
  return {
    arm,
    value,
    outliers: { mild: 0, severe: 0, blocks: 100 },
    short: 0,
    failed: 0,
    calls: 1000,
    percentiles: {},
    extra: {},
  };
}

export function analysisOf(comparisons: readonly Comparison[]): Analysis {
  return { comparisons, overhead: { native: 20 }, confidence: 95, method: 'by hand' };
}
