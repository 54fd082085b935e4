import type { ErrnoTable } from './table';

export const resolve = {} satisfies Record<string, ErrnoTable>;
