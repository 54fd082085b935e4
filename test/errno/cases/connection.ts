import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import {
  AF_UNIX,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  abstract,
  accept,
  bind,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  listen,
  socket,
  unix,
} from '../../../lib';
import {
  NO_FD,
  closedAddress,
  connection,
  datagram,
  directory,
  file,
  listener,
  stream,
  streamPair,
  unixStream,
} from '../arrange';
import type { ErrnoCase } from '../case';

const loopback = inet('127.0.0.1', 0);
/** Reserved for documentation (RFC 5737): no machine has it. */
const notOurs = inet('192.0.2.1', 0);

export const bindCases: readonly ErrnoCase[] = [
  { call: 'bind', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, loopback] },
  { call: 'bind', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), loopback] },
  {
    call: 'bind',
    when: 'another socket listens there',
    code: 'EADDRINUSE',
    arrange: (defer) => [stream(defer), listener(defer).address],
  },
  {
    call: 'bind',
    when: 'no interface has the address',
    code: 'EADDRNOTAVAIL',
    arrange: (defer) => [stream(defer), notOurs],
  },
  {
    call: 'bind',
    when: 'the address is of another family',
    code: 'EINVAL',
    arrange: (defer) => [unixStream(defer), loopback],
  },
  {
    call: 'bind',
    when: 'an inet socket is given IPv6',
    code: 'EAFNOSUPPORT',
    arrange: (defer) => [stream(defer), inet6('::1', 0)],
  },
  {
    call: 'bind',
    when: 'it is bound already',
    code: 'EINVAL',
    arrange(defer) {
      const fd = stream(defer);
      bind(fd, loopback);
      return [fd, loopback];
    },
  },
  {
    call: 'bind',
    when: 'the path exists',
    code: 'EADDRINUSE',
    arrange: (defer) => [unixStream(defer), unix(directory(defer))],
  },
  {
    call: 'bind',
    when: "the path's directory does not exist",
    code: 'ENOENT',
    arrange: (defer) => [unixStream(defer), unix(join(directory(defer), 'no', 'such'))],
  },
  {
    call: 'bind',
    when: 'a file stands where the path needs a directory',
    code: 'ENOTDIR',
    arrange: (defer) => [unixStream(defer), unix('/proc/self/stat/x')],
  },
  {
    call: 'bind',
    when: 'the directory may not be written',
    code: 'EACCES',
    as: 'user',
    arrange(defer) {
      const path = directory(defer);
      chmodSync(path, 0o555);
      return [unixStream(defer), unix(join(path, 'x'))];
    },
  },
  {
    call: 'bind',
    when: 'an abstract name is taken',
    code: 'EADDRINUSE',
    arrange(defer) {
      const fd = unixStream(defer);
      bind(fd, unix());
      return [unixStream(defer), getsockname(fd)];
    },
  },
];

export const listenCases: readonly ErrnoCase[] = [
  { call: 'listen', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, 1] },
  { call: 'listen', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), 1] },
  { call: 'listen', when: 'the type has no connections', code: 'EOPNOTSUPP', arrange: (defer) => [datagram(defer), 1] },
  {
    call: 'listen',
    when: 'the socket is connected',
    code: 'EINVAL',
    arrange: (defer) => [connection(defer).client, 1],
  },
  { call: 'listen', when: 'a unix socket has no name', code: 'EINVAL', arrange: (defer) => [unixStream(defer), 1] },
];

export const acceptCases: readonly ErrnoCase[] = [
  { call: 'accept', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD] },
  { call: 'accept', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer)] },
  { call: 'accept', when: 'the socket does not listen', code: 'EINVAL', arrange: (defer) => [stream(defer)] },
  { call: 'accept', when: 'the type has no connections', code: 'EOPNOTSUPP', arrange: (defer) => [datagram(defer)] },
  {
    call: 'accept',
    when: 'nobody has called',
    code: 'EAGAIN',
    arrange: (defer) => [listener(defer, SOCK_NONBLOCK).fd],
  },
  { call: 'accept4', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, 0] },
  { call: 'accept4', when: 'there are no such flags', code: 'EINVAL', arrange: (defer) => [listener(defer).fd, 1] },
  {
    call: 'accept4',
    when: 'nobody has called',
    code: 'EAGAIN',
    arrange: (defer) => [listener(defer, SOCK_NONBLOCK).fd, SOCK_NONBLOCK],
  },
];

export const connectCases: readonly ErrnoCase[] = [
  { call: 'connect', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, loopback] },
  { call: 'connect', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), loopback] },
  {
    call: 'connect',
    when: 'nobody listens',
    code: 'ECONNREFUSED',
    arrange: (defer) => [stream(defer), closedAddress()],
  },
  {
    call: 'connect',
    when: 'it does not block',
    code: 'EINPROGRESS',
    arrange: (defer) => [stream(defer, SOCK_NONBLOCK), listener(defer).address],
  },
  {
    call: 'connect',
    when: 'the address is of another family',
    code: 'EAFNOSUPPORT',
    arrange: (defer) => [stream(defer), inet6('::1', 1)],
  },
  {
    call: 'connect',
    when: 'it is connected',
    code: 'EISCONN',
    arrange(defer) {
      const { fd, address } = listener(defer);
      const client = stream(defer);
      connect(client, address);
      close(accept(fd).fd);
      return [client, address];
    },
  },
  {
    call: 'connect',
    when: 'the path does not exist',
    code: 'ENOENT',
    arrange: (defer) => [unixStream(defer), unix(join(directory(defer), 'x'))],
  },
  {
    call: 'connect',
    when: 'nobody has the abstract name',
    code: 'ECONNREFUSED',
    arrange: (defer) => [unixStream(defer), abstract('sockcall nobody')],
  },
  {
    call: 'connect',
    when: 'the path is no socket',
    code: 'ECONNREFUSED',
    arrange: (defer) => [unixStream(defer), unix(__filename)],
    as: 'root',
  },
  {
    call: 'connect',
    when: "the server's socket is a stream and this one is not",
    code: 'EPROTOTYPE',
    arrange(defer) {
      const server = unixStream(defer);
      const path = join(directory(defer), 'x');
      bind(server, unix(path));
      listen(server, 1);
      const fd = socket(AF_UNIX, SOCK_DGRAM);
      defer(() => close(fd));
      return [fd, unix(path)];
    },
  },
  {
    call: 'connect',
    when: 'the backlog is full',
    code: 'EAGAIN',
    arrange(defer) {
      const server = unixStream(defer);
      bind(server, unix());
      listen(server, 0);
      const address = getsockname(server);
      connect(unixStream(defer), address);
      return [unixStream(defer, SOCK_NONBLOCK), address];
    },
  },
  {
    call: 'connect',
    when: 'the socket file may not be written',
    code: 'EACCES',
    as: 'user',
    arrange(defer) {
      const path = join(directory(defer), 'x');
      const server = unixStream(defer);
      bind(server, unix(path));
      listen(server, 1);
      chmodSync(path, 0o444);
      return [unixStream(defer), unix(path)];
    },
  },
  {
    call: 'connect',
    when: 'the pair is connected',
    code: 'EISCONN',
    arrange: (defer) => [streamPair(defer)[0], listeningUnix(defer)],
  },
];

function listeningUnix(defer: (undo: () => void) => void): ReturnType<typeof getsockname> {
  const server = socket(AF_UNIX, SOCK_STREAM);
  defer(() => close(server));
  bind(server, unix());
  listen(server, 1);
  return getsockname(server);
}
