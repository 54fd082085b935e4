import type { ErrnoCase } from '../case';

export const epollCases: readonly ErrnoCase[] = [];
