import type { ErrnoCase } from '../case';

export const serviceCases: readonly ErrnoCase[] = [];
