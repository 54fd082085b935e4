import { median } from 'simple-statistics';
import type { BlockRecord, DistributionRecord } from '../record';
import { outsideFences, percentilesOf } from '../statistics';
import { type ArmBlocks, valuesOf } from './block-table';
import type { LevelOf, Outliers, Percentiles } from './comparison';

/** The median of the blocks' values, what measuring adds subtracted; undefined if there are none. */
export function levelValue(blocks: readonly ArmBlocks[], overhead: number): number | undefined {
  const values = valuesOf(blocks.flatMap((processes) => [...processes.values()].flat()));
  return values.length === 0 ? undefined : median(values) - overhead;
}

/** @param blocks - the arm's blocks; a baseline's second ones as well. */
export function levelOf(
  arm: string,
  blocks: readonly ArmBlocks[],
  { overhead, distributions }: { overhead: number; distributions: readonly DistributionRecord[] },
): LevelOf | undefined {
  const value = levelValue(blocks, overhead);
  if (value === undefined) return undefined;
  const all = blocks.flatMap((processes) => [...processes.values()].flat());
  const sum = (of: (block: BlockRecord) => number): number => all.reduce((total, block) => total + of(block), 0);
  return {
    arm,
    value,
    outliers: outliersOf(blocks),
    short: sum((block) => block.short),
    failed: sum((block) => block.failed),
    calls: sum((block) => block.calls),
    percentiles: byKind(distributions, overhead),
    extra: extrasOf(all),
  };
}

/** Told from the blocks of their own process: what differs from process to process does not make outliers. */
function outliersOf(blocks: readonly ArmBlocks[]): Outliers {
  const outliers = { mild: 0, severe: 0, blocks: 0 };
  for (const process of new Set(blocks.flatMap((processes) => [...processes.keys()]))) {
    const values = valuesOf(blocks.flatMap((processes) => processes.get(process) ?? []));
    const { mild, severe } = outsideFences(values);
    outliers.mild += mild;
    outliers.severe += severe;
    outliers.blocks += values.length;
  }
  return outliers;
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
