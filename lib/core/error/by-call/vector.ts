import type { ErrnoTable } from './table';
import { transfer } from './transfer';

export const vector = {
  readv: {
    ...transfer.read,
    EINVAL:
      'There are more buffers than one call takes (1024 on Linux), together they are larger than its result could tell, or the object cannot be read so: an AF_UNIX stream that is not connected, for one.',
    EFAULT: 'A buffer lies outside the memory of the process.',
  },
  writev: {
    ...transfer.write,
    EMSGSIZE:
      'All buffers together are one datagram, and that is too long. UDP over IPv4 takes at most 65507 bytes; AF_UNIX is bounded by SO_SNDBUF.',
    EINVAL:
      'There are more buffers than one call takes (1024 on Linux), together they are larger than its result could tell, or the object cannot be written so.',
    EFAULT: 'A buffer lies outside the memory of the process.',
  },
} satisfies Record<string, ErrnoTable>;
