import type { ErrnoCase } from '../case';

export const duplicateCases: readonly ErrnoCase[] = [];
