import type { ErrnoTable } from './table';

export const option = {
  getsockopt: {
    ENOPROTOOPT:
      'This level has no such option, or it can only be set. Check that level and option belong together and that the kernel is new enough.',
    EOPNOTSUPP: 'This kind of socket does not have that level, for example TCP options on a UDP or AF_UNIX socket.',
    EINVAL: 'The buffer has the wrong size for this option, or the option makes no sense in this state.',
    ENOTCONN: 'The option tells something about a peer or a path, and the socket is not connected.',
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    ERANGE: 'The value is longer than the buffer, as SO_PEERGROUPS and SO_PEERSEC report it. Give a larger buffer.',
    ENODATA: 'There is no value, as with SO_PEERPIDFD on a socket without an AF_UNIX peer.',
    ENOENT: 'There is no value, as with the original destination of a connection that no firewall rule redirected.',
    ENODEV: 'The network interface in question no longer exists.',
    EADDRNOTAVAIL: 'The socket is no member of that multicast group.',
    ESRCH: 'The process of the peer has ended (SO_PEERPIDFD).',
    EMFILE: 'The option makes a descriptor (SO_PEERPIDFD), and the limit of the process is reached.',
    EBUSY: 'TLS in the kernel has no key yet in this direction (TLS_TX, TLS_RX).',
    EPERM: 'Reading this option needs a privilege that the process lacks, such as CAP_NET_ADMIN.',
    EACCES: 'A security policy does not let the process read this option.',
    ENOBUFS: 'The kernel has no memory left to do this.',
    ENOMEM: 'The kernel has no memory left to do this.',
    EFAULT: 'The buffer lies outside the memory of the process.',
  },
  setsockopt: {
    ENOPROTOOPT:
      'This level has no such option, or it can only be read. Check that level and option belong together and that the kernel is new enough.',
    EINVAL:
      'The value is out of range or has the wrong size, or it comes too late: some options must be set before bind, listen or connect. macOS gives this after a shutdown.',
    EPERM:
      'Setting this needs a privilege that the process lacks: CAP_NET_ADMIN for SO_MARK, high SO_PRIORITY values, SO_RCVBUFFORCE and restricted congestion algorithms.',
    EOPNOTSUPP:
      'This kind of socket does not have that level or option, for example TCP options on a UDP or AF_UNIX socket.',
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    ENODEV:
      'There is no such network interface: look at the name for SO_BINDTODEVICE, or the address or index for multicast.',
    ENOENT:
      'Nothing of that name exists, for example a congestion algorithm or protocol whose module is not loaded, or no filter to remove.',
    EADDRINUSE: 'The socket is a member of that multicast group already.',
    EADDRNOTAVAIL: 'The socket is no member of that multicast group, or the address is not one of this machine.',
    EDOM: 'The time is not valid: the microseconds must be from 0 to 999999, and POSIX bounds the seconds.',
    ERANGE: 'The time is not valid for an AF_VSOCK socket: negative, or with more than 999999 microseconds.',
    EISCONN: 'This option cannot be set once the socket is connected.',
    ENOTCONN: 'This option can be set only once the socket is connected, as TCP_ULP.',
    EALREADY: 'It is so already: the packet socket belongs to a group that shares packets (PACKET_FANOUT).',
    EBUSY: 'The setting is in use or locked and cannot change now.',
    ENOSPC: 'The group that shares packets has as many sockets as it may (PACKET_FANOUT).',
    ENOKEY: "The kernel's keyring has no key of that number (ALG_SET_KEY_BY_KEY_SERIAL).",
    EEXIST: 'Such a thing is set already, for example a protocol on top of TCP or an attached key.',
    ENOBUFS: 'A limit is reached, for example of multicast groups (net.ipv4.igmp_max_memberships), or memory is short.',
    ETOOMANYREFS: 'On macOS: the socket has joined as many multicast groups as it may.',
    ENOMEM: 'The kernel has no memory left, or the option memory of the socket (net.core.optmem_max) is used up.',
    EACCES: 'A security policy does not let the process set this option.',
    EFAULT: 'The value lies outside the memory of the process.',
  },
  fcntl: {
    EBADF:
      'That descriptor is not open, or the command does not fit it: pipe commands need a pipe, and a lock needs the matching access mode.',
    EINVAL:
      'The kernel does not know that command, or the argument is out of range: a descriptor number beyond the limit, a wrong signal, or a flag that this file cannot have.',
    EMFILE: 'F_DUPFD found no free descriptor number from the argument up to the limit of the process.',
    EPERM:
      'The process lacks the privilege: to make a pipe larger than the limit of its user, or to clear O_APPEND on an append-only file.',
    EBUSY: 'The pipe holds more bytes than the new capacity (F_SETPIPE_SZ). Read some first.',
    ESRCH: 'F_SETOWN names a process or group that does not exist.',
    EAGAIN: 'Another process holds a lock that conflicts, or has the file mapped.',
    EACCES: 'Another process holds a lock that conflicts, or a security policy forbids the command.',
    EINTR: 'A signal arrived while the call waited for a lock.',
    EDEADLK: 'Waiting for this lock would never end: its owner waits for one of yours.',
    ENOLCK: 'No more file locks are to be had, or the lock server failed.',
    ENOTDIR: 'F_NOTIFY needs a directory.',
    EOVERFLOW: 'A number in the answer does not fit into its type.',
    ENOMEM: 'The kernel has no memory left to do this, for example for a larger pipe.',
    EFAULT: 'The argument lies outside the memory of the process.',
  },
} satisfies Record<string, ErrnoTable>;
