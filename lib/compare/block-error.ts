import { type SyscallError, explain } from '../index';
import { transports } from './transport';
import type { ArmName } from './arm';
import type { Counts } from './block';
import type { Cell } from './cell';

/** A call that failed while it was measured. */
export class BlockError extends Error {
  constructor(cell: Cell, arm: ArmName, error: SyscallError) {
    const where = `in a block of ${arm}() on ${transports[cell.transport].title}, ${cell.size} bytes a message`;
    super(`${error.message}, ${where}. ${explain(error)}`, { cause: error });
  }
}

/** Throws if a call of the block failed. */
export function checkBlock(cell: Cell, arm: ArmName, { error }: Counts): void {
  if (error !== undefined) throw new BlockError(cell, arm, error);
}
