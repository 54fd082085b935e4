import type { ErrnoTable } from './table';

/** What the network reported for a socket earlier; the next call on it fails with it, once. */
const network = {
  ETIMEDOUT:
    'The peer stopped answering: sent data or keep-alive probes stayed unacknowledged too long. The connection is lost.',
  EHOSTUNREACH: 'A router or this machine reports that no way leads to the peer any more.',
  ENETUNREACH: 'No route leads to the network of the peer.',
  ENETDOWN: 'The network interface is down.',
  EHOSTDOWN: 'The host does not answer on the local network (macOS), or a router reports it down.',
  ENONET: 'A router reports that the host is cut off from the network.',
  ENOPROTOOPT: 'The peer answered that it does not have this protocol.',
  EPROTO: 'The peer or a router answered that the packets are wrong.',
  ECONNABORTED: 'The connection was ended on this machine, for example with ss -K.',
} satisfies ErrnoTable;

export const sending = {
  EAGAIN:
    'The send buffer is full: the peer reads more slowly than you write. Wait until the socket is writable; on a blocking socket, SO_SNDTIMEO has run out.',
  EPIPE:
    'Nobody reads any more: the peer has closed, or this side has shut down sending. A stream that was never connected gives this too on Linux. Without MSG_NOSIGNAL the process also gets SIGPIPE, which Node ignores.',
  ECONNRESET:
    'The peer broke the connection off: it closed with unread data, crashed, or had SO_LINGER set to 0. Bytes sent before may be lost.',
  ENOTCONN:
    'The socket is not connected. On Linux, AF_UNIX answers so; a TCP socket that was never connected gives EPIPE.',
  EDESTADDRREQ: 'The datagram socket has no peer. Connect it, or say where to with sendto().',
  EMSGSIZE:
    'The datagram is too long. UDP over IPv4 takes at most 65507 bytes; AF_UNIX is bounded by SO_SNDBUF; with path MTU discovery the limit is the MTU.',
  ECONNREFUSED:
    'An earlier datagram was refused: nobody listens at that port, or the AF_UNIX peer has closed. This datagram was not sent.',
  EINTR: 'A signal arrived before any byte was sent. Nothing was sent; call again.',
  EPERM: 'A firewall rule on this machine dropped it, or the AF_UNIX peer takes messages only from another socket.',
  EACCES:
    'Permission is missing: to write to the socket file of the peer, or to use a broadcast address without SO_BROADCAST. A route may also prohibit it.',
  ENOBUFS: 'The queue of the network interface or a kernel buffer is full. Try again a little later.',
  ENOMEM: 'The kernel has no memory left to do this.',
  ...network,
  EPROTOTYPE:
    'The AF_UNIX peer has been replaced by a socket of another type. macOS also gives this for a TCP connection that is just ending: call again to see the real error.',
  EADDRNOTAVAIL: 'The local address is gone from this machine, or, on macOS, no free local port was found.',
  ENXIO: 'The packet socket is not tied to an interface that exists.',
  EINVAL: 'An argument is not valid here, or a route discards everything for that address.',
  EIO: 'A layer below failed, for example the network driver, or TLS in the kernel.',
  EBADF: 'That descriptor is not open. Perhaps it was closed already.',
  EFAULT: 'The bytes lie outside the memory of the process.',
} satisfies ErrnoTable;

export const receiving = {
  EAGAIN: 'Nothing has arrived yet. Wait until the socket is readable; on a blocking socket, SO_RCVTIMEO has run out.',
  ECONNRESET:
    'The peer broke the connection off: it closed with unread data, crashed, or had SO_LINGER set to 0. What had arrived but was not read may be lost.',
  EINTR: 'A signal arrived before any byte did. Nothing was received; call again.',
  ECONNREFUSED:
    'An earlier datagram was refused: nobody listens at that port. For TCP, a connect in the background was refused.',
  ENOTCONN: 'The stream socket is not connected, or it listens. Data comes on the socket that accept() gave.',
  ...network,
  EMSGSIZE: 'An earlier datagram was longer than the path to the peer allows. Send smaller ones.',
  EPERM: 'A sandbox (seccomp) or a security policy forbids receiving here.',
  EACCES: 'A security policy forbids receiving here, or a router answered that the traffic is prohibited.',
  ENOBUFS:
    'The kernel has no buffer space left. On netlink: messages came faster than they were read, and some are lost.',
  ENOMEM: 'The kernel has no memory left to do this.',
  EBADMSG: 'A received TLS record could not be decrypted by the kernel.',
  EFAULT: 'The buffer lies outside the memory of the process.',
} satisfies ErrnoTable;

export const NOT_A_SOCKET = 'The descriptor is open but not a socket. For a file or a pipe, use read() and write().';

export const transfer = {
  send: {
    ...sending,
    ENOTSOCK: NOT_A_SOCKET,
    EOPNOTSUPP:
      'This kind of socket does not know one of the flags, for example MSG_OOB on a datagram socket or MSG_FASTOPEN where fast open is off.',
    EISCONN: 'The socket is connected already, so MSG_FASTOPEN has nothing to connect. Leave the flag out.',
    EINPROGRESS: 'With MSG_FASTOPEN on a non-blocking socket: the connection is being made in the background.',
    EALREADY: 'With MSG_FASTOPEN: an earlier fast open on this socket is still under way.',
  },
  recv: {
    ...receiving,
    EINVAL:
      'An argument is not valid here. With MSG_OOB: no urgent data is there, or SO_OOBINLINE keeps it in the stream. On Linux also: an AF_UNIX stream that is not connected.',
    EBADF: 'That descriptor is not open. Perhaps it was closed already.',
    ENOTSOCK: NOT_A_SOCKET,
    EOPNOTSUPP:
      'This kind of socket does not know one of the flags, for example MSG_OOB on an AF_UNIX datagram socket.',
    EIO: 'A layer below failed, for example the network driver, or TLS in the kernel.',
  },
  read: {
    ...receiving,
    EAGAIN:
      'There is nothing to read yet. Wait until the descriptor is readable; on a blocking socket, SO_RCVTIMEO has run out.',
    EBADF: 'That descriptor is not open, or it was not opened for reading.',
    EISDIR: 'The descriptor is a directory.',
    EOPNOTSUPP: 'This kind of socket cannot receive.',
    EINVAL:
      'The object cannot be read so: an AF_UNIX stream that is not connected, a buffer too small for the object (inotify, eventfd, timerfd), or an unaligned buffer under O_DIRECT.',
    EIO: 'The device, file system or terminal failed to read. A background process that reads its terminal gets this too.',
    ENXIO: 'The device behind the descriptor does not exist.',
    EOVERFLOW: 'The position lies beyond what this descriptor can address.',
  },
  write: {
    ...sending,
    EAGAIN:
      'There is no room now: the send buffer or the pipe is full. Wait until the descriptor is writable; on a blocking socket, SO_SNDTIMEO has run out.',
    EPIPE:
      'Nobody reads any more: the peer or the reading end of the pipe has closed, or this side has shut down sending. The process also gets SIGPIPE, which Node ignores; only send() has MSG_NOSIGNAL.',
    EDESTADDRREQ: 'The datagram socket has no peer. Connect it first: write() cannot name a destination.',
    EBADF: 'That descriptor is not open, or it was not opened for writing.',
    EOPNOTSUPP: 'This kind of socket cannot send.',
    ENOSPC: 'The device or file system is full.',
    EDQUOT: "The user's disk quota is used up.",
    EFBIG: 'The file would become larger than the file system or the limit of the process allows.',
    EIO: 'The device or file system failed to write, perhaps data of an earlier write.',
    EPERM:
      'A firewall rule on this machine dropped it, the AF_UNIX peer takes messages only from another socket, or a seal forbids writing the file.',
    ENXIO: 'The device behind the descriptor, or the interface of a packet socket, does not exist.',
    EINVAL:
      'The object cannot be written so: it is not made for writing, a value is out of range (eventfd), or the buffer is unaligned under O_DIRECT.',
  },
} satisfies Record<string, ErrnoTable>;
