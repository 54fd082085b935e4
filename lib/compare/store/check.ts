import type { BlockRecord, CellRecord, DistributionRecord, RunRecord } from '../record';

/** The first thing in a run that does not fit the rest of it, or undefined. */
export function inconsistency(record: RunRecord): string | undefined {
  const { cells } = record.experiment;
  const indices = new Set(record.processes.map(({ index }) => index));
  const strangerAmong = (processes: readonly number[]): string | undefined => {
    const stranger = processes.find((process) => !indices.has(process));
    return stranger === undefined ? undefined : `is of a process ${stranger} that there is not`;
  };
  return (
    firstOf(record.processes, 'processes', ({ lengths }) =>
      lengths.length === 0 || lengths.length === cells.length ? undefined : 'has not a length for each cell',
    ) ??
    firstOf(record.merged ?? [], 'merged', ({ processes }) => strangerAmong(processes)) ??
    firstOf(record.blocks, 'blocks', (block) => strangerAmong([block.process]) ?? placed(block, cells)) ??
    firstOf(record.distributions, 'distributions', (each) => placed(each, cells))
  );
}

function firstOf<T>(items: readonly T[], name: string, wrong: (item: T) => string | undefined): string | undefined {
  for (let place = 0; place < items.length; place++) {
    const what = wrong(items[place]!);
    if (what !== undefined) return `${name}[${place}] ${what}`;
  }
  return undefined;
}

function placed(
  { cell, arm, view }: Pick<BlockRecord | DistributionRecord, 'cell' | 'arm' | 'view'>,
  cells: readonly CellRecord[],
): string | undefined {
  const known = cells[cell];
  if (known === undefined) return `is of a cell ${cell} that there is not`;
  const { baseline, candidates } = known.contest;
  if (arm !== baseline && !candidates.includes(arm)) return `is of an arm ${arm} that its cell has not`;
  return known.views.includes(view) ? undefined : `is of a view ${view} that its cell has not`;
}
