import type { ErrnoTable } from './table';
import { NOT_A_SOCKET, receiving, sending } from './transfer';

export const datagram = {
  sendto: {
    ...sending,
    ENOTCONN: 'The stream socket is not connected (AF_UNIX). An address in the call does not connect it.',
    EDESTADDRREQ: 'The datagram socket has no peer, and the call has no address. Give one.',
    EACCES:
      'Permission is missing: to write to the socket file at the address, or to use a broadcast address without SO_BROADCAST. A route may also prohibit it.',
    ECONNREFUSED:
      'Nobody reads at that AF_UNIX path: its socket was closed. On a connected UDP socket: an earlier datagram was refused, and this one was not sent.',
    ENETUNREACH: 'No route leads to the network of that address.',
    EHOSTUNREACH: 'No way leads to that address.',
    EAFNOSUPPORT: 'The address is of another family than the socket.',
    EINVAL: 'The address is too short or too long for its family, its port is 0, or an argument is not valid here.',
    EADDRNOTAVAIL: 'No local port was free to bind the socket to, or its own address is gone from this machine.',
    ENOENT: 'There is no socket file at that path, or its directory does not exist.',
    ENOTDIR: 'A part of that path should be a directory and is none.',
    ELOOP: 'There are too many symbolic links in that path.',
    ENAMETOOLONG: 'The path is too long.',
    EPROTOTYPE: 'The AF_UNIX socket at that address is of another type.',
    EISCONN:
      'The socket is connected and takes no address: AF_UNIX streams on Linux, every connected socket on macOS. Use send(), or leave the address out.',
    ENOTSOCK: NOT_A_SOCKET,
    EOPNOTSUPP:
      'This kind of socket does not know one of the flags, or takes no address, as an AF_UNIX stream that is not connected.',
    EINPROGRESS: 'With MSG_FASTOPEN on a non-blocking socket: the connection is being made in the background.',
    EALREADY: 'With MSG_FASTOPEN: an earlier fast open on this socket is still under way.',
  },
  recvfrom: {
    ...receiving,
    EINVAL:
      'An argument is not valid here. With MSG_OOB: no urgent data is there, or SO_OOBINLINE keeps it in the stream. On Linux also: an AF_UNIX stream that is not connected.',
    EBADF: 'That descriptor is not open. Perhaps it was closed already.',
    ENOTSOCK: NOT_A_SOCKET,
    EOPNOTSUPP:
      'This kind of socket does not know one of the flags, for example MSG_OOB on an AF_UNIX datagram socket.',
    EIO: 'A layer below failed, for example the network driver, or TLS in the kernel.',
  },
} satisfies Record<string, ErrnoTable>;
