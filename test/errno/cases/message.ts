import type { ErrnoCase } from '../case';

export const messageCases: readonly ErrnoCase[] = [];
