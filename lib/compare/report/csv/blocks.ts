import type { RunRecord } from '../../record';
import { csvRow } from './row';

/** The raw blocks, one a row: what the run measured, before anything was made of it. */
export function formatBlocksCsv({ experiment, blocks }: RunRecord): string {
  const factors = experiment.factors.map(({ name }) => name);
  const extras = [...new Set(blocks.flatMap(({ extra }) => Object.keys(extra ?? {})))];
  const head = ['process', 'round', 'position', ...factors, 'arm', 'control', 'view'];
  const rows = blocks.map((block) => {
    const cell = experiment.cells[block.cell]?.cell ?? {};
    return csvRow([
      block.process,
      block.round,
      block.position,
      ...factors.map((name) => cell[name]),
      block.arm,
      block.control,
      block.view,
      block.calls,
      block.total,
      block.short,
      block.failed,
      ...extras.map((name) => block.extra?.[name]),
    ]);
  });
  return csvRow([...head, 'calls', `total_${experiment.quantity.unit}`, 'short', 'failed', ...extras]) + rows.join('');
}
