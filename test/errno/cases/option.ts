import {
  AF_PACKET,
  AF_VSOCK,
  F_GETFL,
  F_SETFL,
  IPPROTO_IP,
  IPPROTO_TCP,
  IP_ADD_MEMBERSHIP,
  IP_DROP_MEMBERSHIP,
  IP_MTU,
  O_NONBLOCK,
  PACKET_FANOUT,
  SOCK_RAW,
  SOCK_STREAM,
  SOL_PACKET,
  SOL_SOCKET,
  SO_ATTACH_FILTER,
  SO_BINDTODEVICE,
  SO_DETACH_FILTER,
  SO_GET_FILTER,
  SO_KEEPALIVE,
  SO_LOCK_FILTER,
  SO_MARK,
  SO_RCVBUF,
  SO_RCVBUFFORCE,
  SO_PEERGROUPS,
  SO_RCVTIMEO,
  SO_TYPE,
  SO_VM_SOCKETS_CONNECT_TIMEOUT,
  TCP_CONGESTION,
  TCP_KEEPIDLE,
  TCP_NODELAY,
  close,
  setsockopt,
} from '../../../lib';
import * as result from '../../../lib/result';
import { NO_FD, datagram, file, listener, stream, streamPair } from '../arrange';
import type { ErrnoCase } from '../case';

export const optionCases: readonly ErrnoCase[] = [
  { call: 'getsockopt', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, SOL_SOCKET, SO_TYPE] },
  {
    call: 'getsockopt',
    when: 'the descriptor is a file',
    code: 'ENOTSOCK',
    arrange: (defer) => [file(defer), SOL_SOCKET, SO_TYPE],
  },
  {
    call: 'getsockopt',
    when: 'there is no such option',
    code: 'ENOPROTOOPT',
    arrange: (defer) => [stream(defer), SOL_SOCKET, 9999],
  },
  {
    call: 'getsockopt',
    when: 'the socket has no such level',
    code: 'EOPNOTSUPP',
    arrange: (defer) => [streamPair(defer)[0], IPPROTO_TCP, TCP_NODELAY],
  },
  {
    call: 'setsockopt',
    when: 'the descriptor is bad',
    code: 'EBADF',
    arrange: () => [NO_FD, SOL_SOCKET, SO_KEEPALIVE, 1],
  },
  {
    call: 'setsockopt',
    when: 'the descriptor is a file',
    code: 'ENOTSOCK',
    arrange: (defer) => [file(defer), SOL_SOCKET, SO_KEEPALIVE, 1],
  },
  {
    call: 'setsockopt',
    when: 'there is no such option',
    code: 'ENOPROTOOPT',
    arrange: (defer) => [stream(defer), SOL_SOCKET, 9999, 1],
  },
  {
    call: 'setsockopt',
    when: 'the option is for reading',
    code: 'ENOPROTOOPT',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_TYPE, 1],
  },
  {
    call: 'setsockopt',
    when: 'the value is too short',
    code: 'EINVAL',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_RCVBUF, new Uint8Array(2)],
  },
  {
    call: 'setsockopt',
    when: 'the value is impossible',
    code: 'EINVAL',
    arrange: (defer) => [stream(defer), IPPROTO_TCP, TCP_KEEPIDLE, 0],
  },
  {
    call: 'setsockopt',
    when: 'marking is for root',
    code: 'EPERM',
    as: 'user',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_MARK, 1],
  },
  {
    call: 'setsockopt',
    when: 'forcing is for root',
    code: 'EPERM',
    as: 'user',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_RCVBUFFORCE, 1 << 20],
  },
  {
    call: 'getsockopt',
    when: 'an option can only be set',
    code: 'ENOPROTOOPT',
    arrange: (defer) => [datagram(defer), IPPROTO_IP, IP_ADD_MEMBERSHIP],
  },
  {
    call: 'getsockopt',
    when: 'there is no path to tell the MTU of',
    code: 'ENOTCONN',
    arrange: (defer) => [datagram(defer), IPPROTO_IP, IP_MTU],
  },
  {
    call: 'getsockopt',
    when: 'the buffer is too small for the filter',
    code: 'EINVAL',
    arrange(defer) {
      const fd = datagram(defer);
      setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, new Array(2).fill({ code: 6, jt: 0, jf: 0, k: 0 }));
      return [fd, SOL_SOCKET, SO_GET_FILTER, 8];
    },
  },
  {
    call: 'getsockopt',
    when: 'no peer has groups',
    code: 'ENODATA',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_PEERGROUPS],
  },
  {
    call: 'setsockopt',
    when: 'there is no such interface',
    code: 'ENODEV',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_BINDTODEVICE, Buffer.from('nowhere')],
  },
  {
    call: 'setsockopt',
    when: 'there is no such congestion algorithm',
    code: 'ENOENT',
    arrange: (defer) => [stream(defer), IPPROTO_TCP, TCP_CONGESTION, Buffer.from('no such')],
  },
  {
    call: 'setsockopt',
    when: 'a socket is a member of the group already',
    code: 'EADDRINUSE',
    arrange(defer) {
      const fd = datagram(defer);
      const group = Uint8Array.of(239, 1, 2, 3, 127, 0, 0, 1);
      setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group);
      return [fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group];
    },
  },
  {
    call: 'setsockopt',
    when: 'a socket is no member of the group',
    code: 'EADDRNOTAVAIL',
    arrange: (defer) => [datagram(defer), IPPROTO_IP, IP_DROP_MEMBERSHIP, Uint8Array.of(239, 1, 2, 3, 127, 0, 0, 1)],
  },
  {
    call: 'setsockopt',
    when: 'a time has too many microseconds',
    code: 'EDOM',
    arrange: (defer) => [stream(defer), SOL_SOCKET, SO_RCVTIMEO, BigInt64Array.of(0n, 1_000_000n)],
  },
  {
    call: 'setsockopt',
    when: 'a time of AF_VSOCK has too many microseconds',
    code: 'ERANGE',
    arrange(defer) {
      const opened = result.socket(AF_VSOCK, SOCK_STREAM);
      if (!opened.ok) return { skip: `no AF_VSOCK: ${opened.code}` };
      defer(() => close(opened.value));
      return [opened.value, AF_VSOCK, SO_VM_SOCKETS_CONNECT_TIMEOUT, BigInt64Array.of(0n, 1_000_000n)];
    },
  },
  {
    call: 'setsockopt',
    when: 'the filter is locked',
    code: 'EPERM',
    arrange(defer) {
      const fd = datagram(defer);
      setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, [{ code: 6, jt: 0, jf: 0, k: 0 }]);
      setsockopt(fd, SOL_SOCKET, SO_LOCK_FILTER, true);
      return [fd, SOL_SOCKET, SO_DETACH_FILTER, 0];
    },
  },
  {
    call: 'setsockopt',
    when: 'a packet socket shares packets already',
    code: 'EALREADY',
    as: 'root',
    arrange(defer) {
      const opened = result.socket(AF_PACKET, SOCK_RAW, 0x0300);
      if (!opened.ok) return { skip: `no packet socket: ${opened.code}` };
      defer(() => close(opened.value));
      setsockopt(opened.value, SOL_PACKET, PACKET_FANOUT, 0x4321);
      return [opened.value, SOL_PACKET, PACKET_FANOUT, 0x4321];
    },
  },
  { call: 'fcntl', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, F_GETFL] },
  { call: 'fcntl', when: 'the descriptor is bad, setting', code: 'EBADF', arrange: () => [NO_FD, F_SETFL, O_NONBLOCK] },
  { call: 'fcntl', when: 'there is no such command', code: 'EINVAL', arrange: (defer) => [stream(defer), 9999] },
];

export const nameCases: readonly ErrnoCase[] = [
  { call: 'getsockname', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD] },
  { call: 'getsockname', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer)] },
  { call: 'getpeername', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD] },
  { call: 'getpeername', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer)] },
  { call: 'getpeername', when: 'it is not connected', code: 'ENOTCONN', arrange: (defer) => [stream(defer)] },
  { call: 'getpeername', when: 'it listens', code: 'ENOTCONN', arrange: (defer) => [listener(defer).fd] },
  {
    call: 'getpeername',
    when: 'a datagram socket has no peer',
    code: 'ENOTCONN',
    arrange: (defer) => [datagram(defer)],
  },
];
