import { AF_INET, AF_UNIX, SHUT_RD, SOCK_RAW, SOCK_STREAM, IPPROTO_UDP, IPPROTO_ICMP } from '../../../lib';
import { NO_FD, datagram, file, stream, streamPair } from '../arrange';
import type { ErrnoCase } from '../case';

export const lifecycleCases: readonly ErrnoCase[] = [
  { call: 'socket', when: 'the family does not exist', code: 'EAFNOSUPPORT', arrange: () => [12345, SOCK_STREAM] },
  { call: 'socket', when: 'the type does not exist', code: 'EINVAL', arrange: () => [AF_INET, 0x7fff] },
  {
    call: 'socket',
    when: 'the type has no such protocol',
    code: 'EPROTONOSUPPORT',
    arrange: () => [AF_INET, SOCK_STREAM, IPPROTO_UDP],
  },
  { call: 'socket', when: 'the family has no such type', code: 'ESOCKTNOSUPPORT', arrange: () => [AF_UNIX, 4] },
  {
    call: 'socket',
    when: 'it is raw and the user is not root',
    code: 'EPERM',
    as: 'user',
    arrange: () => [AF_INET, SOCK_RAW, IPPROTO_ICMP],
  },
  { call: 'socketpair', when: 'the family has no pairs', code: 'EOPNOTSUPP', arrange: () => [AF_INET, SOCK_STREAM] },
  { call: 'socketpair', when: 'the family does not exist', code: 'EAFNOSUPPORT', arrange: () => [12345, SOCK_STREAM] },
  { call: 'shutdown', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, SHUT_RD] },
  { call: 'shutdown', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), SHUT_RD] },
  {
    call: 'shutdown',
    when: 'the socket is not connected',
    code: 'ENOTCONN',
    arrange: (defer) => [stream(defer), SHUT_RD],
  },
  {
    call: 'shutdown',
    when: 'a datagram socket is not connected',
    code: 'ENOTCONN',
    arrange: (defer) => [datagram(defer), SHUT_RD],
  },
  {
    call: 'shutdown',
    when: 'there is no such direction',
    code: 'EINVAL',
    arrange: (defer) => [streamPair(defer)[0], 7],
  },
  { call: 'close', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD] },
  { call: 'close', when: 'the descriptor was never opened', code: 'EBADF', arrange: () => [987654] },
];
