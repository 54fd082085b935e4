import type { SocketFd } from '../../lib';

const { AF_INET, SOCK_DGRAM, bind, connect, getsockname, inet, socket } =
  require('sockcall') as typeof import('../../lib');

type Udp = SocketFd<'inet', 'dgram'>;

function udp(): Udp {
  return socket(AF_INET, SOCK_DGRAM);
}

/** Two UDP sockets on loopback. */
export function udpSockets(): [Udp, Udp] {
  const [a, b] = [udp(), udp()];
  bind(a, inet('127.0.0.1', 0));
  bind(b, inet('127.0.0.1', 0));
  return [a, b];
}

/** Two that are connected to each other. */
export function udpPair(): [Udp, Udp] {
  const [a, b] = udpSockets();
  connect(a, getsockname(b));
  connect(b, getsockname(a));
  return [a, b];
}
