import type { ErrnoTable } from './table';

const accept = {
  EAGAIN:
    'No connection is waiting. Wait until the socket is readable and accept again; on a blocking socket, SO_RCVTIMEO has run out.',
  EINTR: 'A signal arrived before a connection did. Nothing was accepted; call again.',
  ECONNABORTED: 'The client gave up while it waited in the queue. Accept the next one; this is no fault of the server.',
  EMFILE:
    'The process has as many descriptors open as its limit allows. The connection stays in the queue, so close something first or the loop will spin.',
  EINVAL: 'The socket does not listen. Call listen() first; a shutdown of the listening socket has the same effect.',
  EBADF: 'That descriptor is not open. Perhaps the listening socket was closed.',
  EOPNOTSUPP:
    'This type of socket has no connections to accept, as datagram sockets do not. On Linux the new connection may also report this as a network error: accept the next one.',
  ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
  ENFILE: 'The whole system has too many files open. The connection stays in the queue.',
  ENOBUFS: 'The kernel has no memory left for the new socket. Its limits on socket buffers may be the reason.',
  ENOMEM: 'The kernel has no memory left for the new socket. Its limits on socket buffers may be the reason.',
  EPERM: 'A firewall rule forbids the connection, or a sandbox (seccomp) forbids the call.',
  EACCES: 'A security policy does not let the process accept here.',
  EPROTO: 'The new connection failed by a protocol error. Accept the next one.',
  ENETDOWN: 'On Linux, an error of the new connection: its network is down. Accept the next one.',
  ENETUNREACH: 'On Linux, an error of the new connection: no route leads to the client. Accept the next one.',
  EHOSTUNREACH: 'On Linux, an error of the new connection: no way leads to the client. Accept the next one.',
  EHOSTDOWN: 'On Linux, an error of the new connection: the client is reported down. Accept the next one.',
  ENOPROTOOPT: 'On Linux, an error of the new connection: the client refused the protocol. Accept the next one.',
  ENONET: 'On Linux, an error of the new connection: the client is cut off from the network. Accept the next one.',
  ETIMEDOUT: 'On Linux, an error of the new connection: the client stopped answering. Accept the next one.',
  ESOCKTNOSUPPORT: 'Some Linux kernels pass this on from the new connection. Accept the next one.',
  EPROTONOSUPPORT: 'Some Linux kernels pass this on from the new connection. Accept the next one.',
  ENOSR: 'Some kernels give this when STREAMS resources are used up. Try again later.',
  EFAULT: "The place for the client's address lies outside the memory of the process.",
} satisfies ErrnoTable;

export const connection = {
  bind: {
    EADDRINUSE:
      'Another socket already has this address and port, or a closed connection still holds it in TIME_WAIT: set SO_REUSEADDR before bind, on the old server as well as the new. For a path, the file exists: unlink it. With port 0, all ports of the range are in use.',
    EACCES:
      'The process may not take this address. Ports below 1024 need CAP_NET_BIND_SERVICE (root); a path needs write permission in its directory.',
    EADDRNOTAVAIL:
      'No interface of this machine has that address. Use 0.0.0.0 or ::, 127.0.0.1, or an address that "ip addr" lists.',
    EINVAL:
      'The socket has an address already, or it is connecting, or the address has the wrong length. A socket can be bound only once.',
    EAFNOSUPPORT: 'The address is of another family than the socket, for example IPv6 on an AF_INET socket.',
    ENOENT: 'A directory in the path does not exist. bind creates the last part of it only.',
    ENOTDIR: 'A part of the path before the last is not a directory.',
    ENAMETOOLONG:
      'The path is too long. A socket address holds about 108 bytes (104 on macOS): change the directory and use a short name.',
    ELOOP: 'The path goes through too many symbolic links, perhaps in a circle.',
    EROFS: 'The path lies on a file system that is mounted read-only.',
    EISDIR: 'The path is empty. Linux gives EADDRINUSE for a path that names a directory.',
    ENODEV:
      'There is no network interface with that index. A link-local IPv6 address (fe80::) needs the scope id of its interface.',
    ENOSPC: 'The file system has no room for another entry, or no free abstract name was found.',
    EDQUOT: "The user's disk quota leaves no room for another entry.",
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    EOPNOTSUPP: 'This kind of socket cannot be bound.',
    EPERM:
      'A security policy or a BPF program of the control group forbids this address, or the file system cannot hold sockets.',
    EISCONN: 'The socket is connected already. POSIX allows this answer; Linux gives EINVAL.',
    EALREADY:
      'A request to bind this socket is under way already. POSIX allows this answer; Linux and macOS do not give it.',
    EINPROGRESS:
      'The address is being bound in the background. POSIX allows this answer; Linux and macOS do not give it.',
    EDESTADDRREQ: 'The address is missing altogether. Linux gives EINVAL or EFAULT for it.',
    EIO: 'The file system failed to store the entry for the path.',
    ENOBUFS: 'The kernel has no memory left to do this.',
    ENOMEM: 'The kernel has no memory left to do this.',
    EFAULT: 'The address lies outside the memory of the process.',
  },
  listen: {
    EADDRINUSE:
      'Another socket listens on this address and port already; sockets that share a port all need SO_REUSEPORT before bind. For a socket without an address: no free local port is left.',
    EOPNOTSUPP: 'Only stream and seqpacket sockets can listen. A datagram socket receives without it.',
    EINVAL: 'The socket is connected or connecting, or it is an AF_UNIX socket without an address: bind it first.',
    EDESTADDRREQ: 'The socket has no address and its protocol needs one: bind it first. Linux gives EINVAL for it.',
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket, for example a file or a pipe.',
    EACCES: 'A security policy does not let the process listen here.',
    EPERM: 'A sandbox (seccomp) or a security policy forbids listening.',
    ENOBUFS: 'The kernel has no memory left for the queue of connections.',
    ENOMEM: 'The kernel has no memory left for the queue of connections.',
  },
  accept,
  accept4: {
    ...accept,
    EINVAL: 'The socket does not listen, or the flags hold more than SOCK_NONBLOCK and SOCK_CLOEXEC.',
    ENOSYS: 'The kernel does not have accept4. Use accept() and set the flags with fcntl().',
  },
  connect: {
    ECONNREFUSED:
      'The machine answered that nobody listens at that address and port. Is the server running, and on this very address? For a path: the server has gone or does not listen, and only its file is left. For an abstract name: nobody has it.',
    EINPROGRESS:
      'The connection is being made in the background: the socket is non-blocking, or SO_SNDTIMEO ran out. Wait until it is writable, then read SO_ERROR.',
    ETIMEDOUT:
      'No answer came at all. The host is off, a firewall drops the packets silently, or the backlog of the server is full.',
    EISCONN: 'The socket is connected already; a listening socket answers so too. After EINPROGRESS it means success.',
    EALREADY: 'An earlier connect on this socket is still under way. Wait until the socket is writable.',
    EHOSTUNREACH: 'No way leads to that host: a router says so, or it does not answer on the local network.',
    ENETUNREACH:
      'No route leads to that network. Look at the routing table; without IPv6 connectivity every IPv6 address ends so.',
    ENOENT: 'Nothing exists at that path. Has the server been started?',
    EACCES:
      'Permission is missing: to write to the socket file, to search one of its directories, or, for a broadcast address, SO_BROADCAST. A firewall or security policy may also be the reason.',
    EPERM:
      'A firewall rule on this machine forbids it, or the AF_UNIX datagram socket there takes messages only from another peer.',
    EADDRNOTAVAIL:
      'No free local port is left for this destination, or the port bound before has a connection to it already; many connections in TIME_WAIT use ports up. On macOS also: port 0 as the destination.',
    EADDRINUSE:
      'The local address and port are in use with this very destination; Linux gives EADDRNOTAVAIL for it. Bind to another port, or let connect choose one.',
    EINTR:
      'A signal arrived. The connection goes on in the background: do not call connect again, but wait until the socket is writable and read SO_ERROR.',
    EAGAIN:
      'For AF_UNIX: the backlog of the server is full; try again later. For others: no free local port, or no room in the routing cache.',
    ECONNRESET: 'The peer broke the connection off while it was being made.',
    ECONNABORTED: 'The attempt was ended on this machine, for example by a shutdown from another thread.',
    EAFNOSUPPORT: 'The address is of another family than the socket, for example IPv6 on an AF_INET socket.',
    EPROTOTYPE: 'The socket at that path is of another type: a datagram socket cannot connect to a stream socket.',
    EINVAL:
      'The address has the wrong length or is not valid here, or the socket is in the wrong state. A link-local IPv6 address (fe80::) needs the scope id of its interface.',
    ENOTDIR: 'A part of the path before the last is not a directory.',
    ENAMETOOLONG: 'The path is too long. A socket address holds about 108 bytes (104 on macOS).',
    ELOOP: 'The path goes through too many symbolic links, perhaps in a circle.',
    EBADF: 'That descriptor is not open.',
    ENOTSOCK: 'The descriptor is open but not a socket. On macOS also: the file at that path is not a socket.',
    EOPNOTSUPP: 'This kind of socket cannot connect, or, on macOS, it listens.',
    ENETDOWN: 'The network interface towards that address is down.',
    EHOSTDOWN: 'The host does not answer on the local network (macOS), or a router reports it down.',
    ENONET: 'A router reports that the host is cut off from the network.',
    ENOPROTOOPT: 'The host answered that it does not have this protocol.',
    EPROTO: 'The host or a router answered that the packets are wrong.',
    ENODEV: 'For AF_VSOCK: no transport of this machine reaches that context.',
    EIO: 'The file system failed while it looked the path up.',
    ENOBUFS: 'The kernel has no memory left for the connection.',
    ENOMEM: 'The kernel has no memory left for the connection.',
    EFAULT: 'The address lies outside the memory of the process.',
  },
} satisfies Record<string, ErrnoTable>;
