import type { ErrnoTable } from './table';

export const duplicate = {} satisfies Record<string, ErrnoTable>;
