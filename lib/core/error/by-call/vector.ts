import type { ErrnoTable } from './table';

export const vector = {} satisfies Record<string, ErrnoTable>;
