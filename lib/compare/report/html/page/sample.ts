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
  const of = (arm: string): Sample =>
    sampleOf(
      arm,
      points.filter((point) => point.arm === arm).map(({ value }) => value),
    );
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

/** From where to where values are drawn, and what of them lies beyond. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Whether a scale of powers shows more than a linear one. */
  readonly log: boolean;
  /** How many values are not in it. */
  readonly outside: number;
}

/** Interquartile ranges beyond the quartiles: what is farther out is called a severe outlier. */
const FENCE = 3;

/** The range of all values, or only that of those which are no severe outliers. */
export function rangeOf(samples: readonly Sample[], all: boolean): Range {
  const full = samples.filter(({ total }) => total > 0);
  const least = Math.min(...full.map(({ values }) => values[0]!));
  const most = Math.max(...full.map(({ values }) => values.at(-1)!));
  const middle = Math.max(...full.map((sample) => quantile(sample, 0.5)));
  if (all) return { low: least, high: most, log: least > 0 && most > TAIL * middle, outside: 0 };
  const fences = full.map((sample) => {
    const [first, third] = [quantile(sample, 0.25), quantile(sample, 0.75)];
    return [first - FENCE * (third - first), third + FENCE * (third - first)] as const;
  });
  const low = Math.max(least, Math.min(...fences.map(([bound]) => bound)));
  const high = Math.min(most, Math.max(...fences.map(([, bound]) => bound)));
  // Where most values are equal there is no spread to tell outliers by.
  if (!(high > low)) return rangeOf(samples, true);
  return { low, high, log: false, outside: full.reduce((sum, sample) => sum + beyond(sample, low, high), 0) };
}

/** So many times the median a value must be for a tail to be long. */
const TAIL = 10;

function beyond({ values, counts }: Sample, low: number, high: number): number {
  return counts.reduce((sum, count, place) => sum + (values[place]! < low || values[place]! > high ? count : 0), 0);
}

/** Values that were each seen once. */
export function sampleOf(name: string, values: readonly number[]): Sample {
  const sorted = [...values].sort((one, other) => one - other);
  return { name, values: sorted, counts: sorted.map(() => 1), total: sorted.length };
}

/** What a range leaves out, said. */
export function leftOut({ outside }: Range, total: number): string {
  if (outside === 0) return '';
  const verb = outside === 1 ? 'lies' : 'lie';
  return ` ${outside} of ${total} ${verb} farther out than is drawn; the range “all values” has them.`;
}
