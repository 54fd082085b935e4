import {
  FIONREAD,
  SIOCATMARK,
  SIOCGIFADDR,
  SIOCGIFINDEX,
  SIOCGIFNAME,
  SIOCGSTAMP,
  SIOCINQ,
  SIOCOUTQ,
  SIOCSIFFLAGS,
} from '../../../lib';
import { NO_FD, datagram, file, listener, stream } from '../arrange';
import type { ErrnoCase } from '../case';

/** No interface may have a slash in its name. */
const NOWHERE = 'no/such';

/** A struct ifreq for an interface. */
const request = (name: string): Uint8Array => Buffer.alloc(40, name.padEnd(40, '\0'));

export const ioctlCases: readonly ErrnoCase[] = [
  { call: 'ioctl', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, FIONREAD, new Int32Array(1)] },
  {
    call: 'ioctl',
    when: 'the descriptor is a file, which has no urgent data',
    code: 'ENOTTY',
    arrange: (defer) => [file(defer), SIOCATMARK, new Int32Array(1)],
  },
  {
    call: 'ioctl',
    when: 'a socket does not know the request',
    code: 'ENOTTY',
    arrange: (defer) => [stream(defer), 0x1234, null],
  },
  {
    call: 'ioctl',
    when: 'a listening socket has nothing to read',
    code: 'EINVAL',
    arrange: (defer) => [listener(defer).fd, SIOCINQ, new Int32Array(1)],
  },
  {
    call: 'ioctl',
    when: 'a listening socket has nothing to send',
    code: 'EINVAL',
    arrange: (defer) => [listener(defer).fd, SIOCOUTQ, new Int32Array(1)],
  },
  { call: 'ioctl', when: 'there is no argument', code: 'EFAULT', arrange: (defer) => [stream(defer), FIONREAD, null] },
  {
    call: 'ioctl',
    when: 'the argument of a request that is not known here is too small',
    code: 'EFAULT',
    // SIOCGIFCONF, whose structure is 16 bytes.
    arrange: (defer) => [datagram(defer), 0x8912, new Uint8Array(8)],
  },
  {
    call: 'ioctl',
    when: 'no interface has that name',
    code: 'ENODEV',
    arrange: (defer) => [stream(defer), SIOCGIFINDEX, request(NOWHERE)],
  },
  {
    call: 'ioctl',
    when: 'no interface has that index',
    code: 'ENODEV',
    arrange: (defer) => [stream(defer), SIOCGIFNAME, new Uint8Array(40)],
  },
  {
    call: 'ioctl',
    when: 'no interface to ask for an address has that name',
    code: 'ENODEV',
    arrange: (defer) => [stream(defer), SIOCGIFADDR, request(NOWHERE)],
  },
  {
    call: 'ioctl',
    when: 'no packet has come whose time could be told',
    code: 'ENOENT',
    arrange: (defer) => [datagram(defer), SIOCGSTAMP, new Uint8Array(16)],
  },
  {
    call: 'ioctl',
    when: 'changing an interface is for root',
    code: 'EPERM',
    as: 'user',
    arrange: (defer) => [stream(defer), SIOCSIFFLAGS, request('lo')],
  },
  { call: 'sockatmark', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD] },
  { call: 'sockatmark', when: 'the descriptor is a file', code: 'ENOTTY', arrange: (defer) => [file(defer)] },
  { call: 'sockatmark', when: 'datagrams have no urgent data', code: 'ENOTTY', arrange: (defer) => [datagram(defer)] },
];
