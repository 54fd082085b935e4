// What must compile and what must not, checked by `npm run test:types`: an @ts-expect-error without an error is one.
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  type Fd,
  type PassiveSocket,
  SOCK_CLOEXEC,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_SEQPACKET,
  SOCK_STREAM,
  Sockaddr,
  type SocketFd,
  abstract,
  accept,
  accept4,
  asFd,
  bind,
  close,
  connect,
  getpeername,
  getsockname,
  inet,
  inet6,
  listen,
  read,
  recv,
  send,
  shutdown,
  socket,
  socketType,
  socketpair,
  unix,
  unspec,
  write,
} from '../../lib';
import type { Inet6Address, InetAddress, UnixAddress } from '../../lib';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(8);

export function theTypeRemembersFamilyAndKind(): void {
  same<Equal<SocketFd<'inet', 'stream'>, ReturnType<typeof tcp>>>();
  same<Equal<[SocketFd<'unix', 'dgram'>, SocketFd<'unix', 'dgram'>], ReturnType<typeof unixPair>>>();
  same<Equal<InetAddress, ReturnType<typeof tcpName>>>();
  same<Equal<Inet6Address, ReturnType<typeof inet6Peer>>>();
}

const tcp = () => socket(AF_INET, SOCK_STREAM);
const unixPair = () => socketpair(AF_UNIX, SOCK_DGRAM);
const tcpName = () => getsockname(tcp());
const inet6Peer = () => getpeername(socket(AF_INET6, SOCK_DGRAM));

export function anActiveSocketIsNotAccepted(): void {
  const fd = tcp();
  // @ts-expect-error it never listened
  accept(fd);
  // @ts-expect-error it never listened
  accept4(fd, SOCK_NONBLOCK);
  connect(fd, inet('127.0.0.1', 80));
  send(fd, bytes);
  recv(fd, bytes);
}

export function afterListenItIsPassive(): void {
  const fd = tcp();
  bind(fd, inet('127.0.0.1', 0));
  listen(fd, 5);
  const accepted = accept(fd);
  same<Equal<SocketFd<'inet', 'stream'>, typeof accepted.fd>>();
  same<Equal<InetAddress, typeof accepted.address>>();
  send(accepted.fd, 'hello');
  shutdown(fd, 0);
  getsockname(fd);
  listen(fd, 10);
  close(fd);
  // @ts-expect-error it listens
  connect(fd, inet('127.0.0.1', 80));
  // @ts-expect-error it listens
  send(fd, bytes);
  // @ts-expect-error it listens
  recv(fd, bytes);
  // @ts-expect-error it listens
  getpeername(fd);
  // @ts-expect-error it listens
  bind(fd, inet('127.0.0.1', 0));
}

export function theAddressIsOfTheSocketsFamily(): void {
  bind(tcp(), inet('127.0.0.1', 0));
  bind(tcp(), { family: 'inet', address: '127.0.0.1', port: 0 });
  bind(tcp(), new Sockaddr(inet('127.0.0.1', 0)));
  connect(socket(AF_INET, SOCK_DGRAM), unspec());
  // @ts-expect-error another family
  bind(tcp(), { family: 'unix', path: '/x' });
  // @ts-expect-error another family
  bind(tcp(), inet6('::1', 0));
  // @ts-expect-error another family
  connect(unixPair()[0], inet('127.0.0.1', 0));
  // @ts-expect-error a path or an abstract name, not both
  connect(unixPair()[0], { family: 'unix', path: '/x', abstract: 'x' });
  // @ts-expect-error no port
  bind(tcp(), { family: 'inet', address: '127.0.0.1' });
  bind(unixPair()[0], unix('/x'));
  bind(unixPair()[0], unix());
  bind(unixPair()[0], abstract(bytes));
}

export function onlyTypesWithConnectionsListen(): void {
  listen(socket(AF_UNIX, SOCK_SEQPACKET));
  const udp = socket(AF_INET, SOCK_DGRAM);
  // @ts-expect-error a datagram socket has no connections
  listen(udp);
}

export function flagsHideTheKindAndSocketTypeKeepsIt(): void {
  const hidden = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  listen(hidden);
  const { address } = accept(hidden);
  same<Equal<InetAddress, typeof address>>();
  const kept = socket(AF_INET, socketType(SOCK_DGRAM, SOCK_NONBLOCK | SOCK_CLOEXEC));
  // @ts-expect-error still a datagram socket
  listen(kept);
  const unknown = socket(12, 34);
  bind(unknown, unix('/x'));
  bind(unknown, inet('127.0.0.1', 0));
  bind(unknown, { family: 16, data: bytes });
}

export function aNumberIsNoDescriptorUntilItIsSaidToBe(): void {
  // @ts-expect-error a plain number
  read(3, bytes);
  read(asFd(3), bytes);
  write(asFd(1), 'x');
  const inherited = asFd<SocketFd<'unix', 'stream'> & PassiveSocket>(3);
  const { address } = accept(inherited);
  same<Equal<UnixAddress, typeof address>>();
  const number: number = asFd(3);
  const fd: Fd = tcp();
  close(fd);
  void number;
}

export function buffersAreBytes(): void {
  const fd = tcp();
  send(fd, new Float64Array(1));
  send(fd, new DataView(new ArrayBuffer(1)));
  send(fd, new ArrayBuffer(1));
  send(fd, Buffer.from('x'));
  send(fd, 'text');
  // @ts-expect-error text cannot be filled
  recv(fd, 'text');
  // @ts-expect-error no bytes
  send(fd, [1, 2, 3]);
  // @ts-expect-error no bytes
  send(fd, 5);
}
