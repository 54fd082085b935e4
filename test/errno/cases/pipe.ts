import type { ErrnoCase } from '../case';

export const pipeCases: readonly ErrnoCase[] = [];
