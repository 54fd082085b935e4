import type { Comparison } from '../../../analysis/comparison';
import type { PageData } from './data';

/** A block as the figures show it. */
export interface Point {
  readonly process: number;
  readonly round: number;
  readonly position: number;
  readonly arm: string;
  readonly control: boolean;
  /** The mean of its values, what measuring adds subtracted. */
  readonly value: number;
}

/** The blocks of a comparison, in the order in which they were measured. */
export function pointsOf({ record, analysis }: PageData, { index, view, baseline, candidate }: Comparison): Point[] {
  const added = analysis.overhead[view] ?? 0;
  return record.blocks
    .filter(
      (block) =>
        block.cell === index && block.view === view && (block.arm === baseline.arm || block.arm === candidate.arm),
    )
    .map(({ process, round, position, arm, control, total, calls }) => {
      // JSON has null for what is no number, and null divided is 0.
      return { process, round, position, arm, control, value: total === null ? NaN : total / calls - added };
    })
    .filter(({ value }) => Number.isFinite(value))
    .sort((one, other) => one.process - other.process || one.round - other.round || one.position - other.position);
}

/** Values with how often each was seen, by ascending value. */
export interface Sample {
  readonly name: string;
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly total: number;
}

/** What is compared, as chosen: the means of blocks, or single values. Both are without what measuring adds. */
export function samplesOf(data: PageData, comparison: Comparison, values: string): readonly [Sample, Sample] {
  const { baseline, candidate } = comparison;
  if (values !== 'blocks') {
    return [singles(data, comparison, baseline.arm, values), singles(data, comparison, candidate.arm, values)];
  }
  const points = pointsOf(data, comparison);
  const of = (arm: string): Sample => {
    const sorted = points.filter((point) => point.arm === arm).map(({ value }) => value);
    sorted.sort((one, other) => one - other);
    return { name: arm, values: sorted, counts: sorted.map(() => 1), total: sorted.length };
  };
  return [of(baseline.arm), of(candidate.arm)];
}

function singles({ record, analysis }: PageData, { index, view }: Comparison, arm: string, kind: string): Sample {
  const added = analysis.overhead[view] ?? 0;
  const pairs =
    record.distributions.find(
      (entry) => entry.cell === index && entry.view === view && entry.arm === arm && entry.kind === kind,
    )?.counts ?? [];
  const counts = pairs.map(([, count]) => count);
  return {
    name: arm,
    values: pairs.map(([value]) => value - added),
    counts,
    total: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** The least value that so great a share of a sample does not exceed. */
export function quantile({ values, counts, total }: Sample, share: number): number {
  let seen = 0;
  for (const [place, count] of counts.entries()) {
    seen += count;
    if (seen >= share * total) return values[place]!;
  }
  return values.at(-1) ?? NaN;
}

/** From where to where some samples are worth drawing. What lies beyond is said, not dropped. */
export function reachOf(samples: readonly Sample[]): { low: number; high: number; cut: boolean } {
  const full = samples.filter(({ total }) => total > 0);
  const low = Math.min(...full.map(({ values }) => values[0]!));
  const top = Math.max(...full.map(({ values }) => values.at(-1)!));
  const usual = Math.max(...full.map((sample) => quantile(sample, 0.75)));
  const far = usual + 5 * (usual - Math.min(...full.map((sample) => quantile(sample, 0.05))));
  return top > far && usual > low ? { low, high: far, cut: true } : { low, high: top, cut: false };
}

/** Whether a scale of powers shows more than a linear one. */
export function isLongTailed(samples: readonly Sample[]): boolean {
  const full = samples.filter(({ total }) => total > 0);
  return (
    full.length > 0 &&
    full.every((sample) => sample.values[0]! > 0 && quantile(sample, 0.95) > 10 * quantile(sample, 0.5))
  );
}
