import type { ErrnoTable } from './table';
import { transfer } from './transfer';

const LONG_LIST =
  'The message is too long for its socket (UDP over IPv4 takes at most 65507 bytes, AF_UNIX is bounded by SO_SNDBUF), or it has more buffers than the kernel takes, which are 1024 on Linux.';

export const message = {
  sendmsg: {
    ...transfer.send,
    EMSGSIZE: LONG_LIST,
    EINVAL:
      'Something in the message is not valid: an address of the wrong length, a control message that is malformed or that this socket does not know, more than 253 descriptors, or buffers that are too long together.',
    EBADF: 'That descriptor is not open, or one of those to be passed on is not.',
    ETOOMANYREFS:
      'Too many descriptors are under way: sent but not yet received, they may be no more than the user may open (RLIMIT_NOFILE). On Linux also: sockets are passed over sockets that are under way themselves, too deep.',
    EPERM:
      'A firewall rule on this machine dropped it, the AF_UNIX peer takes messages only from another socket, or a control message needs a privilege: credentials other than your own, SO_MARK, or descriptors to a socket that refuses them.',
    ESRCH: 'The credentials to be sent (SCM_CREDENTIALS) name a process that does not exist.',
    ENOBUFS:
      'The queue of the network interface or a kernel buffer is full, or the control messages are longer than the kernel takes (net.core.optmem_max on Linux).',
    EACCES:
      'Permission is missing: to write to the socket file or to search one of its directories, or to use a broadcast address without SO_BROADCAST. A route may also prohibit it.',
    EISCONN:
      'The socket is connected, so it takes no address: leave it out. On Linux, AF_UNIX streams answer so; TCP ignores the address.',
    EOPNOTSUPP:
      'This kind of socket does not know one of the flags, or takes no address, as an AF_UNIX stream that is not connected does not.',
    EDESTADDRREQ: 'The datagram socket has no peer, and the message has no address.',
    ENOTCONN:
      'The socket is not connected, and the message has no address. A TCP socket that was never connected gives EPIPE on Linux.',
    ECONNREFUSED:
      'An earlier datagram was refused: nobody listens at that port; this one was not sent. For a path or an abstract name: no socket has it any more.',
    EAFNOSUPPORT: 'The address is of another family than the socket, for example IPv6 on an AF_INET socket.',
    ENOENT: 'Nothing exists at that path.',
    ENOTDIR: 'A part of the path before the last is not a directory.',
    ELOOP: 'The path goes through too many symbolic links, perhaps in a circle.',
    ENAMETOOLONG: 'The path is too long. A socket address holds about 108 bytes (104 on macOS).',
    EPROTOTYPE:
      'The socket at that path, or the peer, is of another type. macOS also gives this for a TCP connection that is just ending: call again to see the real error.',
    EADDRNOTAVAIL:
      'The local address, perhaps one that a control message asks for, is not of this machine; or no free local port was found.',
    ENODEV: 'There is no network interface with the index that the address or a control message has.',
    ECONNRESET:
      'The peer broke the connection off: it closed with unread data, crashed, or had SO_LINGER set to 0. On a datagram socket of AF_UNIX: the peer was replaced.',
  },
  recvmsg: {
    ...transfer.recv,
    EMSGSIZE:
      'The message has more buffers than the kernel takes, which are 1024 on Linux; or an earlier datagram was longer than the path to the peer allows. On macOS also: descriptors came and the process may open no more, where Linux sets MSG_CTRUNC.',
    EINVAL:
      'An argument is not valid here, or the buffers are too long together. With MSG_OOB: no urgent data is there, or SO_OOBINLINE keeps it in the stream. On Linux also: an AF_UNIX stream that is not connected.',
    EAGAIN:
      'Nothing has arrived yet, or with MSG_ERRQUEUE: no error waits. Wait until the socket is readable; on a blocking socket, SO_RCVTIMEO has run out.',
  },
} satisfies Record<string, ErrnoTable>;
