import type { ErrnoTable } from './table';

export const lifecycle = {
  socket: {
    EMFILE:
      'The process has as many descriptors open as its limit allows. Look for sockets that are never closed, or raise the limit with ulimit -n.',
    EPERM:
      'This socket needs a privilege that the process lacks: CAP_NET_RAW for raw and packet sockets. A sandbox (seccomp) may also answer so.',
    EACCES:
      'The process may not create this kind of socket. For an ICMP datagram socket on Linux, its group must be within net.ipv4.ping_group_range; otherwise look at the security policy.',
    EPROTONOSUPPORT:
      'This address family does not have that protocol, or not with this type: pass 0 to get the usual one. macOS answers so also for a type that the family does not have.',
    EAFNOSUPPORT:
      'The kernel does not know that address family, or its module is not loaded. IPv6 may have been switched off.',
    ESOCKTNOSUPPORT: 'This address family does not have that type of socket, for example SOCK_SEQPACKET over IPv4.',
    EPROTOTYPE:
      'The protocol does not go with the type, for example TCP with SOCK_DGRAM. macOS answers so where Linux gives EPROTONOSUPPORT.',
    EINVAL: 'The type, a flag or-ed into it, or the protocol is not a number that the kernel accepts.',
    ENOPROTOOPT: 'The protocol is switched off, as multipath TCP is when net.mptcp.enabled is 0.',
    ENFILE: 'The whole system has too many files open. Other processes may be leaking them.',
    ENOBUFS: 'The kernel has no memory left for another socket. Close some, or try again later.',
    ENOMEM: 'The kernel has no memory left for another socket. Close some, or try again later.',
  },
  socketpair: {
    EOPNOTSUPP:
      'This address family cannot make a connected pair. Use AF_UNIX; for a TCP pair, listen on the loopback address and connect.',
    EMFILE:
      'A pair takes two descriptors, and the limit of the process leaves less than two. Look for descriptors that are never closed.',
    EAFNOSUPPORT: 'The kernel does not know that address family.',
    EPROTONOSUPPORT:
      'This address family does not have that protocol: pass 0. macOS answers so also for a type that it does not have, such as SOCK_SEQPACKET.',
    ESOCKTNOSUPPORT: 'This address family does not have that type of socket. AF_UNIX has stream, dgram and seqpacket.',
    EPROTOTYPE: 'The protocol does not go with the type. Pass 0.',
    EINVAL: 'The type, a flag or-ed into it, or the protocol is not a number that the kernel accepts.',
    EACCES: 'A security policy does not let the process create this kind of socket.',
    EPERM: 'This kind of socket needs a privilege that the process lacks, or a sandbox (seccomp) forbids it.',
    ENFILE: 'The whole system has too many files open. Other processes may be leaking them.',
    ENOBUFS: 'The kernel has no memory left for two more sockets.',
    ENOMEM: 'The kernel has no memory left for two more sockets.',
    EFAULT: 'The place for the two descriptors lies outside the memory of the process.',
  },
  close: {
    EBADF:
      'That descriptor is not open. Closing twice is a real bug: by then the number may belong to something else, which the second close would end.',
    EINTR:
      'A signal arrived during the close. On Linux the descriptor is gone all the same, so do not close it again. POSIX leaves undecided whether it is.',
    EIO: 'Data written earlier could not be stored. The descriptor is closed; the data is lost.',
    ENOSPC: 'Data written earlier found no space on the server of a network file system. The descriptor is closed.',
    EDQUOT: "Data written earlier went over the user's disk quota on a network file system. The descriptor is closed.",
  },
  shutdown: {
    ENOTCONN:
      'The socket has no connection to shut down: it never had one, or the peer reset it. This is harmless after the peer has gone.',
    EBADF: 'That descriptor is not open. Perhaps it was closed already; close() includes the shutdown.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    EINVAL: 'The second argument must be SHUT_RD, SHUT_WR or SHUT_RDWR.',
    EOPNOTSUPP: 'This family has nothing to shut down, for example netlink and packet sockets.',
    ENOBUFS: 'The kernel has no memory left to do this.',
    EACCES: 'A security policy does not let the process shut this socket down.',
  },
} satisfies Record<string, ErrnoTable>;
