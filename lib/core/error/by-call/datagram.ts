import type { ErrnoTable } from './table';

export const datagram = {} satisfies Record<string, ErrnoTable>;
