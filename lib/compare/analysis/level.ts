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
  const sum = (of: (block: BlockRecord) => number): number => all.reduce((total, block) => total + of(block), 0);
  return {
    arm,
    value: meanOfMedians(values) - overhead,
    outliers: outliersOf(values),
    short: sum((block) => block.short),
    failed: sum((block) => block.failed),
    calls: sum((block) => block.calls),
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

function extrasOf(blocks: readonly BlockRecord[]): Record<string, number> {
  const values = new Map<string, number[]>();
  for (const { calls, extra } of blocks) {
    for (const [name, total] of Object.entries(extra ?? {})) {
      if (!Number.isFinite(total / calls)) continue;
      values.set(name, [...(values.get(name) ?? []), total / calls]);
    }
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, median(list)]));
}
