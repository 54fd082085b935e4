import type { ErrnoTable } from './table';

export const name = {
  getsockname: {
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    EINVAL: 'The length of the address buffer is negative, or, on macOS, the socket has been shut down.',
    EOPNOTSUPP: 'This kind of socket has no address.',
    EACCES: 'A security policy does not let the process see the address.',
    ENOBUFS: 'The kernel has no memory left to do this.',
    EFAULT: 'The address buffer lies outside the memory of the process.',
  },
  getpeername: {
    ENOTCONN:
      'The socket has no peer: it is not connected yet, it listens, or the peer reset the connection. After accept this means that the client has gone already.',
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    EINVAL: 'The length of the address buffer is negative, or, on macOS, the connection has ended.',
    EOPNOTSUPP: 'This kind of socket never has a peer, for example a packet socket.',
    EACCES: 'A security policy does not let the process see the address.',
    ENOBUFS: 'The kernel has no memory left to do this.',
    EFAULT: 'The address buffer lies outside the memory of the process.',
  },
} satisfies Record<string, ErrnoTable>;
