import { type Pair, closePair } from './pair';
import { makeRoom } from './room';
import { openSocketpair } from './socketpair';
import { openTcp } from './tcp';
import { openUnix } from './unix';

export { type Pair, closePair } from './pair';
export { RoomError } from './room';

export type TransportName = 'socketpair' | 'unix' | 'tcp';

/** What a pair of connected sockets is made of. */
export interface Transport {
  /** As it is called in a sentence that begins with "On". */
  readonly title: string;
  readonly open: () => Pair;
}

export const transports: Readonly<Record<TransportName, Transport>> = {
  socketpair: { title: 'an AF_UNIX socketpair', open: openSocketpair },
  unix: { title: 'an AF_UNIX connection', open: openUnix },
  tcp: { title: 'TCP loopback', open: openTcp },
};

export const transportNames = Object.keys(transports) as TransportName[];

export type Pairs = ReadonlyMap<TransportName, Pair>;

/** Opens a pair of each transport, with room for messages up to a size; if one fails, none stays open. */
export function openPairs(names: readonly TransportName[], largest: number): Pairs {
  const pairs = new Map<TransportName, Pair>();
  try {
    for (const name of names) {
      const pair = transports[name].open();
      pairs.set(name, pair);
      makeRoom(name, pair, largest);
    }
    return pairs;
  } catch (error) {
    closePairs(pairs);
    throw error;
  }
}

export function closePairs(pairs: Pairs): void {
  for (const pair of pairs.values()) closePair(pair);
}
