import type { ErrnoTable } from './table';

export const presentation = {
  inet_pton: {
    EAFNOSUPPORT: 'Only addresses of AF_INET and AF_INET6 can be read from text.',
  },
  inet_ntop: {
    EAFNOSUPPORT: 'Only addresses of AF_INET and AF_INET6 can be written as text.',
    ENOSPC: 'The text and its NUL do not fit. INET6_ADDRSTRLEN bytes suffice for every address.',
  },
} satisfies Record<string, ErrnoTable>;
