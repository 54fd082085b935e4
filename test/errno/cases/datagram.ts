import type { ErrnoCase } from '../case';

export const datagramCases: readonly ErrnoCase[] = [];
