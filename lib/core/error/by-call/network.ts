import type { ErrnoTable } from './table';

export const network = {} satisfies Record<string, ErrnoTable>;
