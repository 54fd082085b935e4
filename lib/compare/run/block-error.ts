import { SyscallError, explain } from '../../index';
import type { Cell, Counts } from '../experiment';

/** A call that failed while it was measured. */
export class BlockError extends Error {
  constructor(cell: Cell, arm: string, view: string, error: Error) {
    const conditions = Object.entries(cell).map(([factor, level]) => `${factor} ${String(level)}`);
    const where = `in a block of ${arm} (${[...conditions, `view ${view}`].join(', ')})`;
    const why = error instanceof SyscallError ? ` ${explain(error)}` : '';
    super(`${error.message}, ${where}.${why}`, { cause: error });
  }
}

/** Throws if a failure ended the block. */
export function checkBlock(cell: Cell, arm: string, view: string, { error }: Counts): void {
  if (error !== undefined) throw new BlockError(cell, arm, view, error);
}
