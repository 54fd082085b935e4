import { AF_INET, AF_INET6, SOCK_STREAM, inet, inet6 } from '../../../index';
import { openConnection } from './connection';
import { setNodelay } from './options';
import { type Pair, orClose } from './pair';
import type { SocketOptions } from './transport';

/** A TCP connection over 127.0.0.1. */
export function openTcp(options: SocketOptions): Pair {
  return withNodelay(openConnection(AF_INET, SOCK_STREAM, inet('127.0.0.1', 0), options), options);
}

/** A TCP connection over ::1. */
export function openTcp6(options: SocketOptions): Pair {
  return withNodelay(openConnection(AF_INET6, SOCK_STREAM, inet6('::1', 0), options), options);
}

function withNodelay(pair: Pair, { nodelay }: SocketOptions): Pair {
  const ends = [pair.near, pair.far];
  return orClose(ends, () => {
    for (const end of ends) setNodelay(end, nodelay);
    return pair;
  });
}
