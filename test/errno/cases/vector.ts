import type { ErrnoCase } from '../case';

export const vectorCases: readonly ErrnoCase[] = [];
