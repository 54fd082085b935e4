import type { ErrnoTable } from './table';

export const splice = {} satisfies Record<string, ErrnoTable>;
