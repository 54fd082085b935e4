import type { ErrnoTable } from './table';

export const ioctl = {
  ioctl: {
    EBADF: 'That descriptor is not open.',
    ENOTTY:
      'The request does not apply to what this descriptor is of: a socket request to a file, a terminal request to a socket, or one that this family or this kernel does not have.',
    EINVAL:
      'The request or its argument makes no sense here, for example SIOCINQ or SIOCOUTQ on a TCP socket that listens.',
    EFAULT:
      'The argument is smaller than what the request reads or writes there, or it is missing, or an address inside of it is wrong.',
    ENODEV: 'There is no network interface of that name or index.',
    ENXIO: 'There is no network interface of that name or index, or the device is gone.',
    EPERM: 'The request changes something that only root may change (CAP_NET_ADMIN).',
    EACCES: 'A security policy does not let the process make this request.',
    EADDRNOTAVAIL: 'The network interface has no address of this kind.',
    ENOENT: 'There is nothing to tell yet, such as a time of a last packet (SIOCGSTAMP) before one has come.',
    EOPNOTSUPP: 'The device or protocol does not have this request.',
    EBUSY: 'The device cannot be changed now: it is up, or somebody else uses it.',
    EEXIST: 'What the request would make exists already.',
    ERANGE: 'A value in the argument is out of range, or the answer does not fit.',
    ESRCH: 'There is no such process or group (SIOCSPGRP), or no such entry to remove.',
    EAGAIN: 'The answer is not there yet; ask again.',
    EINTR: 'A signal arrived before the request was done.',
    EIO: 'The device failed.',
    ENOBUFS: 'The kernel has no memory left to do this.',
    ENOMEM: 'There is no memory left to do this.',
    EMFILE: 'The request makes a descriptor, and the process has as many as it may.',
    ENOTCONN: 'The request needs a connected socket.',
  },
  sockatmark: {
    EBADF: 'That descriptor is not open.',
    ENOTTY: 'The descriptor is not of a socket, or of one that has no urgent data, such as a UDP socket.',
    EINVAL: 'The socket is of a type that has no urgent data.',
    EOPNOTSUPP: 'The socket is of a family that has no urgent data.',
  },
} satisfies Record<string, ErrnoTable>;
