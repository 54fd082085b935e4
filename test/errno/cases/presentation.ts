import type { ErrnoCase } from '../case';

export const presentationCases: readonly ErrnoCase[] = [];
