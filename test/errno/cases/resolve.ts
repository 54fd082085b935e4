import type { ErrnoCase } from '../case';

export const resolveCases: readonly ErrnoCase[] = [];
