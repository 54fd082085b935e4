import type { ErrnoCase } from '../case';

export const spliceCases: readonly ErrnoCase[] = [];
