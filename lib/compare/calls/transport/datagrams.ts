import {
  AF_INET,
  type Address,
  type Fd,
  SOCK_DGRAM,
  bind,
  close,
  connect,
  getsockname,
  inet,
  socket,
} from '../../../index';
import { setBuffers } from './options';
import type { Pair } from './pair';
import type { SocketOptions } from './transport';

/** Two datagram sockets, each bound to an address and connected to the other. */
export function openDatagrams(
  domain: number,
  type: number,
  addresses: readonly [Address, Address],
  options: SocketOptions,
): Pair {
  const open: Fd[] = [];
  try {
    const [near, far] = addresses.map((address) => {
      const fd = socket(domain, type);
      open.push(fd);
      setBuffers(fd, options);
      bind(fd, address);
      return fd;
    });
    connect(near!, getsockname(far!) as Address);
    connect(far!, getsockname(near!) as Address);
    return { near: near!, far: far! };
  } catch (error) {
    open.forEach((fd) => close(fd));
    throw error;
  }
}

/** Two UDP sockets on 127.0.0.1. */
export function openUdp(options: SocketOptions): Pair {
  return openDatagrams(AF_INET, SOCK_DGRAM, [inet('127.0.0.1', 0), inet('127.0.0.1', 0)], options);
}
