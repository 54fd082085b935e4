import { mean, median } from 'simple-statistics';
import type { BlockRecord, DistributionRecord } from '../record';
import { outsideFences, percentilesOf } from '../statistics';
import { type ArmBlocks, valuesOf } from './block-table';
import type { LevelOf, Outliers, Percentiles } from './comparison';

/** @param blocks - the arm's blocks; a baseline's second ones as well. */
export function levelOf(
  arm: string,
  blocks: readonly ArmBlocks[],
  { overhead, distributions }: { overhead: number; distributions: readonly DistributionRecord[] },
): LevelOf | undefined {
  const processes = byProcess(blocks);
  const values = processes.map(valuesOf).filter(({ length }) => length > 0);
  if (values.length === 0) return undefined;
  const all = processes.flat();
  return {
    arm,
    value: meanOfMedians(values) - overhead,
    outliers: outliersOf(values),
    short: sumOf(all, (block) => block.short),
    failed: sumOf(all, (block) => block.failed),
    calls: sumOf(all, (block) => block.calls),
    percentiles: byKind(distributions, overhead),
    extra: extrasOf(all),
  };
}

function byProcess(blocks: readonly ArmBlocks[]): BlockRecord[][] {
  const processes = new Set(blocks.flatMap((of) => [...of.keys()]));
  return [...processes].map((process) => blocks.flatMap((of) => of.get(process) ?? []));
}

/** Each process counts by its blocks. */
function meanOfMedians(processes: readonly (readonly number[])[]): number {
  return mean(processes.flatMap((values) => new Array<number>(values.length).fill(median([...values]))));
}

/** Told from the blocks of their own process: what differs from process to process does not make outliers. */
function outliersOf(processes: readonly (readonly number[])[]): Outliers {
  const outside = processes.map(outsideFences);
  return {
    mild: outside.reduce((sum, { mild }) => sum + mild, 0),
    severe: outside.reduce((sum, { severe }) => sum + severe, 0),
    blocks: processes.reduce((sum, { length }) => sum + length, 0),
  };
}

function byKind(distributions: readonly DistributionRecord[], overhead: number): Record<string, Percentiles> {
  const kinds = new Set(distributions.map(({ kind }) => kind));
  const percentiles: Record<string, Percentiles> = {};
  for (const kind of kinds) {
    const counts = distributions.filter((distribution) => distribution.kind === kind).flatMap((one) => one.counts);
    const found = percentilesOf(counts, overhead);
    if (found !== undefined) percentiles[kind] = found;
  }
  return percentiles;
}

/**
 * What every block has, counters among it, is the median over them. What some blocks lack did not happen in those: it is
 * all of it over all calls, since a median would hide it.
 */
function extrasOf(blocks: readonly BlockRecord[]): Record<string, number> {
  const measured = blocks.filter(({ calls }) => calls > 0);
  const having = new Map<string, BlockRecord[]>();
  for (const block of measured) {
    for (const name in block.extra) {
      const known = having.get(name);
      if (known === undefined) having.set(name, [block]);
      else known.push(block);
    }
  }
  const calls = sumOf(measured, (block) => block.calls);
  return Object.fromEntries(
    [...having].map(([name, list]) => {
      const total = ({ extra }: BlockRecord): number => extra![name]!;
      return list.length === measured.length
        ? [name, median(list.map((block) => total(block) / block.calls))]
        : [name, sumOf(list, total) / calls];
    }),
  );
}

function sumOf(blocks: readonly BlockRecord[], of: (block: BlockRecord) => number): number {
  return blocks.reduce((total, block) => total + of(block), 0);
}
