import type { ErrnoTable } from './table';
import { transfer } from './transfer';

const moving = {
  ...transfer.write,
  EBADF: 'A descriptor is not open, or what is read was not opened for reading, or what is written not for writing.',
  EFBIG: 'The file would become larger than the file system or the limit of the process allows.',
  EIO: 'The device or file system failed to read or write.',
  EISDIR: 'The descriptor to read from is a directory.',
  EOVERFLOW: 'The offset and the count together lie beyond what the descriptor can address.',
  ETXTBSY: 'The file to write to is being executed, or is swap space.',
  EFAULT: 'The memory of the offset lies outside the memory of the process.',
} satisfies ErrnoTable;

export const splice = {
  sendfile: {
    ...moving,
    EAGAIN: 'There is no room now: the send buffer of the socket is full. Wait until it is writable.',
    EINVAL:
      'The descriptor to read from cannot be copied so (a socket, a terminal), the one to write to is in append mode, or the offset is negative.',
    ESPIPE: 'An offset was given, but the descriptor to read from has no positions: it is a pipe.',
    ENOTCONN: 'The socket to write to is not connected.',
    EPERM: 'A seal forbids writing the file, or a firewall rule on this machine dropped what was sent.',
  },
  splice: {
    ...moving,
    ENOTCONN: 'A socket of the two is not connected.',
    EAGAIN:
      'Nothing could be moved without waiting: the pipe is empty or full (SPLICE_F_NONBLOCK or O_NONBLOCK), or the socket has nothing or no room.',
    EINVAL:
      'Neither descriptor is a pipe, both are the same pipe, the other one cannot be spliced, a socket was given an offset, it is in append mode, or a flag is unknown.',
    ESPIPE: 'An offset was given for a pipe, which has no positions.',
    EPIPE: 'Nobody reads any more: the reading end of the pipe or the peer of the socket has closed.',
  },
} satisfies Record<string, ErrnoTable>;
