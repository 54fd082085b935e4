import {
  type AddressFor,
  type Domain,
  type Family,
  type SocketFd,
  SOCK_STREAM,
  accept,
  bind,
  close,
  connect,
  getsockname,
  listen,
  socket,
} from '../../index';
import type { Pair } from './pair';

/** A pair from a connection: a socket that listens at the address, one that connects to it, and what it accepts. */
export function openConnection<F extends Family>(domain: Domain<F>, address: AddressFor<SocketFd<F, 'stream'>>): Pair {
  const listener: SocketFd<F, 'stream'> = socket(domain, SOCK_STREAM);
  try {
    bind(listener, address);
    listen(listener, 1);
    const sender: SocketFd<F, 'stream'> = socket(domain, SOCK_STREAM);
    try {
      connect(sender, getsockname(listener) as AddressFor<SocketFd<F, 'stream'>>);
      return { sender, receiver: accept(listener).fd };
    } catch (error) {
      close(sender);
      throw error;
    }
  } finally {
    close(listener);
  }
}
