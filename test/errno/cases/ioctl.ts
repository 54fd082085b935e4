import type { ErrnoCase } from '../case';

export const ioctlCases: readonly ErrnoCase[] = [];
