import type { ErrnoTable } from './table';

export const presentation = {} satisfies Record<string, ErrnoTable>;
