import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AF_INET6,
  AF_UNIX,
  type Fd,
  IPPROTO_IPV6,
  IPV6_PKTINFO,
  MSG_DONTWAIT,
  MSG_ERRQUEUE,
  MSG_OOB,
  SOCK_DGRAM,
  SOCK_STREAM,
  SOL_SOCKET,
  bind,
  close,
  inet,
  inet6,
  listen,
  socket,
  socketpair,
  unix,
} from '../../../lib';
import * as raw from '../../../lib/raw';
import { NO_FD, connection, datagram, directory, file, listener, stream, streamPair, unixStream } from '../arrange';
import type { Defer, ErrnoCase } from '../case';
import { full, orphan, refused, reset } from './transfer';

const buffers = new Uint8Array(64);
const TOO_MANY_BUFFERS = Array.from({ length: 1025 }, () => buffers);
const MOST_FDS = 253;
/** More than a process id can be, on any Linux. */
const NOBODYS_PID = 0x7ffffffe;
/** Descriptors under way that are still few enough to make. */
const FEW = 100_000;

type Row = readonly [when: string, code: ErrnoCase['code'], arrange: ErrnoCase['arrange'], as?: 'root' | 'user'];

const nowhere = inet('127.0.0.1', 9);

function rights(...fds: Fd[]): object {
  return { name: 'SCM_RIGHTS', fds };
}

function credentials(pid: number): object {
  return { name: 'SCM_CREDENTIALS', pid, uid: process.getuid!(), gid: process.getgid!() };
}

function opened(defer: Defer, domain: number, type: number): Fd {
  const fd = socket(domain, type);
  defer(() => close(fd));
  return fd;
}

function pathTo(defer: Defer, name: string): string {
  return join(directory(defer), name);
}

function emptyFile(defer: Defer): string {
  const path = pathTo(defer, 'file');
  writeFileSync(path, '');
  return path;
}

/** A socket whose user has as many descriptors under way as one may open; or none, if these were too many. */
function crowded(defer: Defer, limit = FEW): Fd | undefined {
  const message = new raw.Message({ buffers: Buffer.alloc(1) });
  for (let underWay = 0; underWay < limit;) {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    defer(() => close(a));
    defer(() => close(b));
    message.control = raw.encodeControl([{ name: 'SCM_RIGHTS', fds: Array<Fd>(MOST_FDS).fill(a) }]);
    let answer: number;
    while ((answer = raw.sendmsg(a, message, MSG_DONTWAIT)) > 0) underWay += MOST_FDS;
    if (answer === -raw.ETOOMANYREFS) return a;
  }
  return undefined;
}

const sending: readonly Row[] = [
  ['the descriptor is bad', 'EBADF', () => [NO_FD, { buffers }]],
  ['one to be passed on is bad', 'EBADF', (defer) => [streamPair(defer)[0], { buffers, control: [rights(NO_FD)] }]],
  ['the descriptor is a file', 'ENOTSOCK', (defer) => [file(defer), { buffers }]],
  ['there is no room', 'EAGAIN', (defer) => [full(defer), { buffers }]],
  ['the peer has gone', 'EPIPE', (defer) => [orphan(defer), { buffers }]],
  ['TCP is not connected', 'EPIPE', (defer) => [stream(defer), { buffers }]],
  ['a unix stream is not connected', 'ENOTCONN', (defer) => [unixStream(defer), { buffers }]],
  ['there is neither a peer nor an address', 'EDESTADDRREQ', (defer) => [datagram(defer), { buffers }]],
  ['the connection was reset', 'ECONNRESET', (defer) => [reset(defer), { buffers }]],
  ['an earlier datagram was refused', 'ECONNREFUSED', (defer) => [refused(defer), { buffers }]],
  ['the list is too long', 'EMSGSIZE', (defer) => [streamPair(defer)[0], { buffers: TOO_MANY_BUFFERS }]],
  [
    'the buffers make too long a datagram',
    'EMSGSIZE',
    (defer) => [datagram(defer), { buffers: [Buffer.alloc(40_000), Buffer.alloc(40_000)], address: nowhere }],
  ],
  [
    'a control message says that it is shorter than its header',
    'EINVAL',
    (defer) => [streamPair(defer)[0], { buffers, control: Buffer.alloc(16) }],
  ],
  [
    'the socket does not know the control message',
    'EINVAL',
    (defer) => [
      streamPair(defer)[0],
      { buffers, control: [{ level: SOL_SOCKET, type: 9999, data: new Uint8Array(4) }] },
    ],
  ],
  [
    'it brings more descriptors than the kernel takes',
    'EINVAL',
    (defer) => {
      const [a] = streamPair(defer);
      return [a, { buffers, control: [rights(...Array<Fd>(MOST_FDS + 1).fill(a))] }];
    },
  ],
  [
    'the control messages are longer than the kernel takes',
    'ENOBUFS',
    (defer) => [streamPair(defer)[0], { buffers, control: Buffer.alloc(64 << 20) }],
  ],
  [
    'a connected unix stream is given an address',
    'EISCONN',
    (defer) => [streamPair(defer)[0], { buffers, address: unix('/nowhere') }],
  ],
  [
    'a unix stream that is not connected is given an address',
    'EOPNOTSUPP',
    (defer) => [unixStream(defer), { buffers, address: unix('/nowhere') }],
  ],
  ['it is urgent data on UDP', 'EOPNOTSUPP', (defer) => [datagram(defer), { buffers, address: nowhere }, MSG_OOB]],
  [
    'the address is of another family',
    'EAFNOSUPPORT',
    (defer) => [datagram(defer), { buffers, address: inet6('::1', 9) }],
  ],
  [
    'nothing is at the path',
    'ENOENT',
    (defer) => [opened(defer, AF_UNIX, SOCK_DGRAM), { buffers, address: unix(pathTo(defer, 'none')) }],
  ],
  [
    'the path goes through a file',
    'ENOTDIR',
    (defer) => [opened(defer, AF_UNIX, SOCK_DGRAM), { buffers, address: unix(join(emptyFile(defer), 'x')) }],
  ],
  [
    'a file is at the path',
    'ECONNREFUSED',
    (defer) => {
      return [opened(defer, AF_UNIX, SOCK_DGRAM), { buffers, address: unix(emptyFile(defer)) }];
    },
  ],
  [
    'a stream socket is at the path',
    'EPROTOTYPE',
    (defer) => {
      const path = pathTo(defer, 'stream');
      const server = opened(defer, AF_UNIX, SOCK_STREAM);
      bind(server, unix(path));
      listen(server);
      return [opened(defer, AF_UNIX, SOCK_DGRAM), { buffers, address: unix(path) }];
    },
  ],
  [
    'the address is for all and SO_BROADCAST is not set',
    'EACCES',
    (defer) => [datagram(defer), { buffers, address: inet('255.255.255.255', 9) }],
  ],
  [
    'a control message names an interface that does not exist',
    'ENODEV',
    (defer) => {
      const data = new Uint8Array(20);
      new Uint32Array(data.buffer, 16)[0] = 0x7ffffffe;
      const control = [{ level: IPPROTO_IPV6, type: IPV6_PKTINFO, data }];
      return [opened(defer, AF_INET6, SOCK_DGRAM), { buffers, address: inet6('::1', 9), control }];
    },
  ],
  [
    'the credentials are those of another',
    'EPERM',
    (defer) => [streamPair(defer)[0], { buffers, control: [credentials(1)] }],
    'user',
  ],
  [
    'the credentials are those of nobody',
    'ESRCH',
    (defer) => [streamPair(defer)[0], { buffers, control: [credentials(NOBODYS_PID)] }],
    'root',
  ],
  [
    'too many descriptors are under way',
    'ETOOMANYREFS',
    (defer) => {
      const a = crowded(defer);
      if (a === undefined) return { skip: 'this user may open too many' };
      return [a, { buffers, control: [rights(a)] }, MSG_DONTWAIT];
    },
    'user',
  ],
];

const receiving: readonly Row[] = [
  ['the descriptor is bad', 'EBADF', () => [NO_FD, { buffers }]],
  ['the descriptor is a file', 'ENOTSOCK', (defer) => [file(defer), { buffers }]],
  ['nothing has come', 'EAGAIN', (defer) => [streamPair(defer)[0], { buffers }, MSG_DONTWAIT]],
  ['no error waits', 'EAGAIN', (defer) => [datagram(defer), { buffers }, MSG_ERRQUEUE]],
  ['TCP is not connected', 'ENOTCONN', (defer) => [stream(defer), { buffers }]],
  ['it listens', 'ENOTCONN', (defer) => [listener(defer).fd, { buffers }]],
  ['a unix stream is not connected', 'EINVAL', (defer) => [unixStream(defer), { buffers }]],
  ['no urgent data is there', 'EINVAL', (defer) => [connection(defer).client, { buffers }, MSG_OOB]],
  [
    'it asks for urgent data of unix datagrams',
    'EOPNOTSUPP',
    (defer) => [opened(defer, AF_UNIX, SOCK_DGRAM), { buffers }, MSG_OOB],
  ],
  ['the list is too long', 'EMSGSIZE', (defer) => [streamPair(defer)[0], { buffers: TOO_MANY_BUFFERS }]],
  ['a datagram was refused', 'ECONNREFUSED', (defer) => [refused(defer), { buffers }]],
  ['the connection was reset', 'ECONNRESET', (defer) => [reset(defer), { buffers }]],
];

export const messageCases: readonly ErrnoCase[] = [
  ...sending.map((row) => errnoCase('sendmsg', row)),
  ...receiving.map((row) => errnoCase('recvmsg', row)),
];

function errnoCase(call: 'sendmsg' | 'recvmsg', [when, code, arrange, as]: Row): ErrnoCase {
  return as === undefined ? { call, when, code, arrange } : { call, when, code, arrange, as };
}
