import {
  F_GETFL,
  F_SETFL,
  IPPROTO_TCP,
  O_NONBLOCK,
  SOL_SOCKET,
  SO_KEEPALIVE,
  SO_MARK,
  SO_RCVBUF,
  SO_RCVBUFFORCE,
  SO_TYPE,
  TCP_KEEPIDLE,
  TCP_NODELAY,
} from '../../../lib';
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
