import { datagram } from './datagram';
import type { ErrnoTable } from './table';

export const batch = {
  sendmmsg: {
    ...datagram.sendto,
    EINVAL:
      'In the first message: its address or its control messages are not valid, or its port is 0; or a flag is not valid here.',
    EMSGSIZE:
      'The first message is too long. UDP over IPv4 takes at most 65507 bytes; AF_UNIX is bounded by SO_SNDBUF.',
    EDESTADDRREQ: 'The socket has no peer, and the first message has no address.',
    EBADF: 'The socket is not open, or a descriptor in the control messages of the first message is not.',
    ETOOMANYREFS: 'Too many descriptors are under way in AF_UNIX messages.',
    ENOBUFS:
      'The queue of the network interface or a kernel buffer is full, or the control messages are longer than net.core.optmem_max.',
  },
  recvmmsg: {
    ...datagram.recvfrom,
    EAGAIN:
      'Nothing has arrived yet. Wait until the socket is readable; on a blocking socket, SO_RCVTIMEO has run out. If something has arrived, the call gives that.',
    EINVAL:
      'The timeout is not valid: it is negative, or its nanoseconds are not from 0 to 999999999. Else as for recvfrom().',
  },
} satisfies Record<string, ErrnoTable>;
