import { type Address, accept, bind, close, connect, getsockname, listen, socket } from '../../../index';
import { setBuffers } from './options';
import { type Pair, orClose } from './pair';
import type { SocketOptions } from './transport';

/** A pair from a connection: a socket that listens at the address, one that connects to it, and what it accepts. */
export function openConnection(domain: number, type: number, address: Address, options: SocketOptions): Pair {
  const listener = socket(domain, type);
  try {
    // What it accepts has the same on TCP, whose window they are; on AF_UNIX it has not.
    setBuffers(listener, options);
    bind(listener, address);
    listen(listener, 1);
    const near = socket(domain, type);
    return orClose([near], () => {
      setBuffers(near, options);
      connect(near, getsockname(listener) as Address);
      const far = accept(listener).fd;
      return orClose([far], () => {
        setBuffers(far, options);
        return { near, far };
      });
    });
  } finally {
    close(listener);
  }
}
