import type { ErrnoTable } from './table';

export const message = {} satisfies Record<string, ErrnoTable>;
