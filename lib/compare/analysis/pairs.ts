import { type ArmBlocks, valueOf } from './block-table';

/** What one round has of two arms. */
export interface Pair {
  readonly baseline: number;
  readonly other: number;
  readonly difference: number;
}

/** The rounds that have both, for each process, both in order. */
export function pairsOf(baseline: ArmBlocks, other: ArmBlocks): Pair[][] {
  const processes = [...other].sort(([one], [next]) => one - next);
  return processes.map(([process, blocks]) => {
    const baselines = new Map(baseline.get(process)?.map((block) => [block.round, valueOf(block)]));
    return blocks.flatMap((block) => {
      const [from, value] = [baselines.get(block.round), valueOf(block)];
      return from === undefined || value === undefined
        ? []
        : [{ baseline: from, other: value, difference: value - from }];
    });
  });
}
