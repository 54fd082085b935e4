import {
  AF_UNIX,
  type CallName,
  type Fd,
  MSG_DONTWAIT,
  MSG_ERRQUEUE,
  MSG_OOB,
  SHUT_WR,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_LINGER,
  asFd,
  close,
  connect,
  send,
  setsockopt,
  shutdown,
  socketpair,
} from '../../../lib';
import * as raw from '../../../lib/raw';
import { closeSync, openSync } from 'node:fs';
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
import type { Defer, ErrnoCase } from '../case';

const bytes = new Uint8Array(64);

/** One end of a pair whose other end is closed. */
export function orphan(defer: Defer): Fd {
  const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
  defer(() => close(a));
  close(b);
  return a;
}

/** A socket whose send buffer is full and that does not block. */
export function full(defer: Defer): Fd {
  const [a] = streamPair(defer, SOCK_NONBLOCK);
  const chunk = new Uint8Array(65536);
  for (let turns = 0; turns < 1000 && raw.send(a, chunk) > 0; turns++);
  return a;
}

/** A TCP client whose server has reset the connection. */
export function reset(defer: Defer): Fd {
  const { client, server } = connectedApart(defer);
  setsockopt(server, SOL_SOCKET, SO_LINGER, Int32Array.of(1, 0));
  close(server);
  return client;
}

function connectedApart(defer: Defer): { client: Fd; server: Fd } {
  const { fd, address } = listener(defer);
  const client = stream(defer);
  connect(client, address);
  return { client, server: asFd(raw.accept(fd)) };
}

/** A UDP socket that has been told that nobody is at its peer's port. */
export function refused(defer: Defer): Fd {
  const fd = datagram(defer);
  connect(fd, closedAddress());
  send(fd, 'anybody there?');
  return fd;
}

function readOnlyFile(defer: Defer): Fd {
  return file(defer);
}

function directoryFd(defer: Defer): Fd {
  const fd = openSync(directory(defer), 'r');
  defer(() => closeSync(fd));
  return asFd(fd);
}

/** What send and write share, and recv and read. */
export function sending(call: CallName): ErrnoCase[] {
  return [
    { call, when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, bytes] },
    { call, when: 'there is no room', code: 'EAGAIN', arrange: (defer) => [full(defer), bytes] },
    { call, when: 'the peer has gone', code: 'EPIPE', arrange: (defer) => [orphan(defer), bytes] },
    {
      call,
      when: 'sending has been shut down',
      code: 'EPIPE',
      arrange(defer) {
        const [a] = streamPair(defer);
        shutdown(a, SHUT_WR);
        return [a, bytes];
      },
    },
    { call, when: 'TCP is not connected', code: 'EPIPE', arrange: (defer) => [stream(defer), bytes] },
    { call, when: 'a unix stream is not connected', code: 'ENOTCONN', arrange: (defer) => [unixStream(defer), bytes] },
    { call, when: 'a datagram socket has no peer', code: 'EDESTADDRREQ', arrange: (defer) => [datagram(defer), bytes] },
    { call, when: 'the connection was reset', code: 'ECONNRESET', arrange: (defer) => [reset(defer), bytes] },
    {
      call,
      when: 'the datagram is too long',
      code: 'EMSGSIZE',
      arrange: (defer) => [connectedDatagram(defer), new Uint8Array(70000)],
    },
    { call, when: 'nobody is at the port', code: 'ECONNREFUSED', arrange: (defer) => [refused(defer), bytes] },
  ];
}

function connectedDatagram(defer: Defer): Fd {
  const fd = datagram(defer);
  connect(fd, closedAddress());
  return fd;
}

export function receiving(call: CallName): ErrnoCase[] {
  return [
    { call, when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, bytes] },
    {
      call,
      when: 'nothing has come',
      code: 'EAGAIN',
      arrange: (defer) => [streamPair(defer, SOCK_NONBLOCK)[0], bytes],
    },
    { call, when: 'TCP is not connected', code: 'ENOTCONN', arrange: (defer) => [stream(defer), bytes] },
    { call, when: 'a unix stream is not connected', code: 'EINVAL', arrange: (defer) => [unixStream(defer), bytes] },
    { call, when: 'the socket listens', code: 'ENOTCONN', arrange: (defer) => [listener(defer).fd, bytes] },
    { call, when: 'the connection was reset', code: 'ECONNRESET', arrange: (defer) => [reset(defer), bytes] },
    { call, when: 'nobody is at the port', code: 'ECONNREFUSED', arrange: (defer) => [refused(defer), bytes] },
  ];
}

export const transferCases: readonly ErrnoCase[] = [
  ...sending('send'),
  ...sending('write'),
  ...receiving('recv'),
  ...receiving('read'),
  { call: 'send', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), bytes] },
  {
    call: 'send',
    when: 'there is no room, by flag',
    code: 'EAGAIN',
    arrange: (defer) => [full(defer), bytes, MSG_DONTWAIT],
  },
  {
    call: 'send',
    when: 'the socket has no urgent data',
    code: 'EOPNOTSUPP',
    arrange: (defer) => [datagramPair(defer), bytes, MSG_OOB],
  },
  { call: 'recv', when: 'the descriptor is a file', code: 'ENOTSOCK', arrange: (defer) => [file(defer), bytes] },
  {
    call: 'recv',
    when: 'nothing has come, by flag',
    code: 'EAGAIN',
    arrange: (defer) => [streamPair(defer)[0], bytes, MSG_DONTWAIT],
  },
  {
    call: 'recv',
    when: 'nothing has come and no byte is asked',
    code: 'EAGAIN',
    arrange: (defer) => [connection(defer).client, bytes, MSG_DONTWAIT, 0, 0],
  },
  {
    call: 'recv',
    when: 'there is no urgent data',
    code: 'EINVAL',
    arrange: (defer) => [connection(defer).client, bytes, MSG_OOB],
  },
  {
    call: 'recv',
    when: 'no error is queued',
    code: 'EAGAIN',
    arrange: (defer) => [datagram(defer), bytes, MSG_ERRQUEUE],
  },
  {
    call: 'read',
    when: 'the descriptor is a directory',
    code: 'EISDIR',
    arrange: (defer) => [directoryFd(defer), bytes],
  },
  {
    call: 'write',
    when: 'the file is open for reading',
    code: 'EBADF',
    arrange: (defer) => [readOnlyFile(defer), bytes],
  },
];

function datagramPair(defer: Defer): Fd {
  const [a, b] = socketpair(AF_UNIX, SOCK_DGRAM);
  defer(() => close(a));
  defer(() => close(b));
  return a;
}
