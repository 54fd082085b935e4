import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import {
  AF_UNIX,
  type Address,
  type Fd,
  MSG_DONTWAIT,
  MSG_OOB,
  SOCK_DGRAM,
  SOCK_STREAM,
  bind,
  close,
  inet,
  inet6,
  socket,
  unix,
} from '../../../lib';
import { closedAddress, connection, datagram, directory, file, streamPair, unixStream } from '../arrange';
import type { Defer, ErrnoCase } from '../case';
import { receiving, sending } from './transfer';

const bytes = new Uint8Array(64);

function unixDatagram(defer: Defer): Fd {
  const fd = socket(AF_UNIX, SOCK_DGRAM);
  defer(() => close(fd));
  return fd;
}

/** The path of a unix socket of a type that is bound, and open unless `closed`. */
function path(defer: Defer, type: number, closed = false): Address {
  const address = unix(join(directory(defer), 'x.sock'));
  const fd = socket(AF_UNIX, type);
  bind(fd, address);
  if (closed) close(fd);
  else defer(() => close(fd));
  return address;
}

const sendtoCases: readonly (Omit<ErrnoCase, 'call' | 'arrange'> & {
  arrange(defer: Defer): readonly [fd: Fd, address: Address];
})[] = [
  {
    when: 'an inet socket is given an IPv6 address',
    code: 'EAFNOSUPPORT',
    arrange: (defer) => [datagram(defer), inet6('::1', 9)],
  },
  { when: 'the port is 0', code: 'EINVAL', arrange: (defer) => [datagram(defer), inet('127.0.0.1', 0)] },
  {
    when: 'a unix socket is given an inet address',
    code: 'EINVAL',
    arrange: (defer) => [unixDatagram(defer), inet('127.0.0.1', 9)],
  },
  {
    when: 'broadcasting is not allowed',
    code: 'EACCES',
    arrange: (defer) => [datagram(defer), inet('127.255.255.255', 9)],
  },
  {
    when: 'there is no such path',
    code: 'ENOENT',
    arrange: (defer) => [unixDatagram(defer), unix(join(directory(defer), 'none'))],
  },
  {
    when: 'a file stands where the path needs a directory',
    code: 'ENOTDIR',
    arrange: (defer) => [unixDatagram(defer), unix('/proc/self/stat/x')],
  },
  {
    when: 'the socket at the path was closed',
    code: 'ECONNREFUSED',
    arrange: (defer) => [unixDatagram(defer), path(defer, SOCK_DGRAM, true)],
  },
  {
    when: 'the socket at the path is of another type',
    code: 'EPROTOTYPE',
    arrange: (defer) => [unixDatagram(defer), path(defer, SOCK_STREAM)],
  },
  {
    when: 'the path may not be written',
    code: 'EACCES',
    as: 'user',
    arrange(defer) {
      const address = path(defer, SOCK_DGRAM);
      chmodSync((address as { path: string }).path, 0o400);
      return [unixDatagram(defer), address];
    },
  },
  {
    when: 'a unix stream has a peer already',
    code: 'EISCONN',
    arrange: (defer) => [streamPair(defer)[0], path(defer, SOCK_STREAM)],
  },
  {
    when: 'a unix stream is not connected',
    code: 'EOPNOTSUPP',
    arrange: (defer) => [unixStream(defer), path(defer, SOCK_STREAM)],
  },
  {
    when: 'the descriptor is a file, whatever the address',
    code: 'ENOTSOCK',
    arrange: (defer) => [file(defer), closedAddress()],
  },
];

export const datagramCases: readonly ErrnoCase[] = [
  ...sending('sendto'),
  ...sendtoCases.map((each): ErrnoCase => ({
    ...each,
    call: 'sendto',
    arrange(defer) {
      const [fd, address] = each.arrange(defer);
      return [fd, bytes, 0, address];
    },
  })),
  ...receiving('recvfrom'),
  { call: 'recvfrom', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), bytes] },
  {
    call: 'recvfrom',
    when: 'nothing has come, by flag',
    code: 'EAGAIN',
    arrange: (defer) => [datagram(defer), bytes, MSG_DONTWAIT],
  },
  {
    call: 'recvfrom',
    when: 'nothing has come and no byte is asked',
    code: 'EAGAIN',
    arrange: (defer) => [connection(defer).client, bytes, MSG_DONTWAIT, 64, 0],
  },
  {
    call: 'recvfrom',
    when: 'there is no urgent data',
    code: 'EINVAL',
    arrange: (defer) => [connection(defer).client, bytes, MSG_OOB],
  },
];
