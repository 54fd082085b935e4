import type { ErrnoTable } from './table';

export const epoll = {} satisfies Record<string, ErrnoTable>;
