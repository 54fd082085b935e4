import { type Address, type Fd, SOCK_DGRAM, bind, close, socket } from '../../lib';

/** Two datagram sockets that are not connected, each with a name if it is given one. */
export function withDatagrams(domain: number, names: readonly [Address?, Address?], use: (a: Fd, b: Fd) => void): void {
  const fds = names.map(() => socket(domain, SOCK_DGRAM)) as unknown as [Fd, Fd];
  try {
    names.forEach((name, index) => name && bind(fds[index]!, name));
    use(...fds);
  } finally {
    fds.forEach(close);
  }
}
