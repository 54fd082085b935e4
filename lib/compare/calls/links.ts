import { SOL_SOCKET, SO_RCVBUF, close, getsockopt } from '../../index';
import type { CallCell, CallOptions } from './conditions';
import { hasPeer } from './cells';
import type { Ends } from './block';
import { doEvery } from './every';
import type { Link } from './mode';
import { setSlice } from './party';
import type { Peer } from './peer';
import { type Pair, closePair, openPair, transports } from './transport';

/** Which pair a cell is measured on: cells with the same share one, so that they are compared on the same. */
function keyOf({ mode, transport, blocking }: Pick<CallCell, 'mode' | 'transport' | 'blocking'>): string {
  return [hasPeer(mode) ? 'peer' : 'alone', transport, blocking ? 'blocking' : 'non-blocking'].join(' ');
}

/** The connected pairs of a round: in this thread alone, or with the far end at the peer. */
export class Links {
  private pairs = new Map<string, Pair>();
  private links = new Map<string, Link>();

  constructor(
    private readonly options: CallOptions,
    private readonly cells: readonly CallCell[],
    private readonly peer: Peer | undefined,
  ) {}

  /** Closes those of before, and opens new ones for all cells. */
  async renew(): Promise<void> {
    this.close();
    const shared: { readonly key: string; readonly cell: CallCell; readonly pair: Pair }[] = [];
    for (const cell of this.cells) {
      const key = keyOf(cell);
      if (this.pairs.has(key)) continue;
      const pair = this.open(cell);
      this.pairs.set(key, pair);
      if (hasPeer(cell.mode)) shared.push({ key, cell, pair });
    }
    if (this.peer === undefined) return;
    const { peer } = this;
    const fars = shared.map(({ pair }) => pair.far);
    const inProcess = this.options.peer === 'process';
    // From here on the far ends of a process's pairs are not ours.
    if (inProcess) for (const { key } of shared) this.pairs.delete(key);
    shared.forEach(({ key, cell, pair }, far) => {
      const { near } = pair;
      const transport = transports[cell.transport];
      this.links.set(key, { peer, transport, near, far, rcvbuf: getsockopt(near, SOL_SOCKET, SO_RCVBUF) });
    });
    await peer.take(fars);
  }

  /** The pair of a cell that has no peer. */
  ends(cell: CallCell): Ends {
    const pair = this.pairs.get(keyOf(cell))!;
    return { sender: pair.near, receiver: pair.far, messages: transports[cell.transport].bounds };
  }

  link(cell: CallCell): Link {
    return this.links.get(keyOf(cell))!;
  }

  close(): void {
    const { pairs, links } = this;
    this.pairs = new Map();
    this.links = new Map();
    const nears = [...links].filter(([key]) => !pairs.has(key)).map(([, { near }]) => near);
    doEvery([...nears.map((near) => () => close(near)), ...[...pairs.values()].map((pair) => () => closePair(pair))]);
  }

  private open({ mode, transport, blocking }: CallCell): Pair {
    const { socket, sizes } = this.options;
    const alone = !hasPeer(mode);
    // A message has to fit where its sender is also its receiver, and everywhere if it goes as a whole.
    const room = alone || transports[transport].bounds ? Math.max(...sizes) : 0;
    const pair = openPair(transport, { socket, blocking, room, answers: !alone });
    if (!alone) for (const end of [pair.near, pair.far]) setSlice(end);
    return pair;
  }
}
