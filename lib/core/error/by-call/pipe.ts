import type { ErrnoTable } from './table';

export const pipe = {} satisfies Record<string, ErrnoTable>;
