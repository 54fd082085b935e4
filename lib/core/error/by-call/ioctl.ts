import type { ErrnoTable } from './table';

export const ioctl = {} satisfies Record<string, ErrnoTable>;
