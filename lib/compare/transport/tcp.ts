import { AF_INET, IPPROTO_TCP, TCP_NODELAY, inet, setsockopt } from '../../index';
import { openConnection } from './connect';
import { type Pair, closePair } from './pair';

/** A TCP connection over 127.0.0.1 that sends every message at once. */
export function openTcp(): Pair {
  const pair = openConnection(AF_INET, inet('127.0.0.1', 0));
  try {
    for (const end of [pair.sender, pair.receiver]) setsockopt(end, IPPROTO_TCP, TCP_NODELAY, 1);
    return pair;
  } catch (error) {
    closePair(pair);
    throw error;
  }
}
