import { canonical } from '../differences';
import { circumstances } from '../environment';
import type { BlockRecord, ProcessRecord, RunRecord } from '../record';

/** Why two runs are not independent data, in a sentence each: one was loaded twice, or with what it was put together of. */
export function processesInBoth(a: RunRecord, b: RunRecord): string[] {
  // Numbers of processes are given anew on other machines and after each start.
  if (canonical(circumstances(a.environment)) !== canonical(circumstances(b.environment))) return [];
  const known = new Map(b.processes.map((process) => [tracesOf(process), process]));
  const twice = a.processes.find((process) => {
    const other = known.get(tracesOf(process));
    return other !== undefined && sameBlocks(blocksOf(a, process), blocksOf(b, other));
  });
  return twice === undefined ? [] : [`the same process is in both (pid ${twice.pid})`];
}

/** What no two processes have in common, whose times were measured; not the index, which is another in each run. */
function tracesOf({ pid, rounds, warmUp, elapsedMs }: ProcessRecord): string {
  return JSON.stringify([pid, rounds, warmUp.ms, elapsedMs]);
}

function blocksOf({ blocks }: RunRecord, { index }: ProcessRecord): BlockRecord[] {
  return blocks.filter(({ process }) => process === index);
}

/** Whether the first block that both have is the same one. A run that was put together may lack cells. */
function sameBlocks(ones: readonly BlockRecord[], others: readonly BlockRecord[]): boolean {
  const totals = new Map(others.map((block) => [placeOf(block), block.total]));
  const first = ones.find((block) => totals.has(placeOf(block)));
  return first === undefined || totals.get(placeOf(first)) === first.total;
}

function placeOf({ round, position, arm, view }: BlockRecord): string {
  return JSON.stringify([round, position, arm, view]);
}
