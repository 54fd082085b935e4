// What must compile and what must not, checked by `npm run test:types`: an @ts-expect-error without an error is one.
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_LINGER,
  SO_TYPE,
  Socket,
  type SocketFd,
  TCP_NODELAY,
  asFd,
  connectTcp,
  inet,
  inet6,
  listenTcp,
  readUntilEnd,
  recvExactly,
  retryOnEintr,
  send,
  socket,
  unix,
  writeAll,
} from '../../lib';
import type { Inet6Address, InetAddress, UnixAddress } from '../../lib';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(8);
const tcp = () => new Socket(AF_INET, SOCK_STREAM);

export function theTypeRemembersFamilyAndKind(): void {
  same<Equal<Socket<'inet', 'stream'>, ReturnType<typeof tcp>>>();
  const fd = tcp().detach();
  same<Equal<SocketFd<'inet', 'stream'>, typeof fd>>();
  const pair = Socket.pair(AF_UNIX, SOCK_DGRAM);
  same<Equal<[Socket<'unix', 'dgram'>, Socket<'unix', 'dgram'>], typeof pair>>();
  const adopted = Socket.from(socket(AF_INET6, SOCK_DGRAM));
  same<Equal<Socket<'inet6', 'dgram'>, typeof adopted>>();
  const name = adopted.getsockname();
  same<Equal<Inet6Address, typeof name>>();
  Socket.from(asFd(3)).bind(unix('/x'));
  // @ts-expect-error a plain number
  Socket.from(3);
}

export function anAcceptedSocketIsOfTheSameKind(): void {
  const server = tcp();
  server.bind(inet('127.0.0.1', 0));
  server.listen();
  const accepted = server.accept();
  same<Equal<Socket<'inet', 'stream'>, typeof accepted.socket>>();
  same<Equal<InetAddress, typeof accepted.address>>();
  const path = new Socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK).accept().address;
  same<Equal<UnixAddress, typeof path>>();
}

export function addressesAreOfTheSocketsFamily(): void {
  tcp().connect(inet('127.0.0.1', 80));
  // @ts-expect-error another family
  tcp().connect(inet6('::1', 80));
  // @ts-expect-error another family
  tcp().bind(unix('/x'));
  new Socket(12, 34).bind(unix('/x'));
  // @ts-expect-error another family
  new Socket(AF_INET, SOCK_DGRAM).sendto('x', 0, unix('/x'));
}

export function datagramSocketsDoNotListen(): void {
  const udp = new Socket(AF_INET, SOCK_DGRAM);
  // @ts-expect-error a datagram socket has no connections
  udp.listen();
  // @ts-expect-error a datagram socket has no connections
  udp.accept();
}

export function optionsKnowTheirValues(): void {
  const linger = tcp().getsockopt(SOL_SOCKET, SO_LINGER);
  same<Equal<number, typeof linger.linger>>();
  // @ts-expect-error it can only be read
  tcp().setsockopt(SOL_SOCKET, SO_TYPE, 1);
  // @ts-expect-error another level
  tcp().getsockopt(SOL_SOCKET, TCP_NODELAY);
}

export function theDescriptorIsOneForTheFunctionsToo(): void {
  send(tcp().fd, bytes);
  // @ts-expect-error it is the Socket's own
  tcp().fd = socket(AF_INET, SOCK_STREAM);
}

export function functionsOfSeveralCallsTakeDescriptors(): void {
  const fd = connectTcp('localhost', 80);
  const count = writeAll(fd, 'x');
  same<Equal<number, typeof count>>();
  const all = readUntilEnd(fd, { limit: 10 });
  same<Equal<Buffer, typeof all>>();
  recvExactly(fd, bytes);
  recvExactly(fd, 8);
  const answer = retryOnEintr(() => 'x' as const);
  same<Equal<'x', typeof answer>>();
  const server = listenTcp({ port: 0 });
  // @ts-expect-error it listens
  recvExactly(server, 1);
  // @ts-expect-error a plain number
  writeAll(1, 'x');
  // @ts-expect-error no such option
  listenTcp({ prot: 0 });
}
