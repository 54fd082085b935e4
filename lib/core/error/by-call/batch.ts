import type { ErrnoTable } from './table';

export const batch = {} satisfies Record<string, ErrnoTable>;
