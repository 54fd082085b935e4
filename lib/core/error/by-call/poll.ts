import type { ErrnoTable } from './table';

export const poll = {} satisfies Record<string, ErrnoTable>;
