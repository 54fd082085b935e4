import type { ErrnoTable } from './table';

export const service = {} satisfies Record<string, ErrnoTable>;
