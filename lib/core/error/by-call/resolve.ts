import type { ErrnoTable } from './table';

// getaddrinfo() and getnameinfo() answer no errnos, but codes of their own: lib/core/error/eai.ts has them.
export const resolve = {} satisfies Record<string, ErrnoTable>;
