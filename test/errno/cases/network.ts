import type { ErrnoCase } from '../case';

export const networkCases: readonly ErrnoCase[] = [];
