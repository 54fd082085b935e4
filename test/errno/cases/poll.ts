import type { ErrnoCase } from '../case';

export const pollCases: readonly ErrnoCase[] = [];
