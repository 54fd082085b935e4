import type { ErrnoCase } from '../case';

export const batchCases: readonly ErrnoCase[] = [];
