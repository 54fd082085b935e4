import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SOL_SOCKET, SO_RCVBUF, close, getsockopt } from '../../../../lib';
import { standardArms } from '../../../../lib/compare/calls/arm';
import type { PeerKind, TransportName } from '../../../../lib/compare/calls/conditions';
import type { Exchange, Link } from '../../../../lib/compare/calls/mode';
import { setSlice } from '../../../../lib/compare/calls/party';
import { Peer } from '../../../../lib/compare/calls/peer';
import { openPair, transports } from '../../../../lib/compare/calls/transport';
import { openClock } from '../../../../lib/compare/calls/clock';
import { withoutPreload } from '../../../helpers/preload';

export const clock = openClock('clock_gettime');

/** A peer with the far end of one pair, for the time of a function; both are gone afterwards. */
export async function withLink(
  kind: PeerKind,
  name: TransportName,
  use: (link: Link) => Promise<void>,
  blocking = true,
): Promise<void> {
  const peer = await Peer.start(kind, null);
  try {
    const socket = { nodelay: true, sndbuf: null, rcvbuf: null, busyPoll: null };
    const { near, far } = openPair(name, { socket, blocking, room: 0, answers: true });
    for (const end of [near, far]) setSlice(end);
    try {
      await peer.take([far]);
      const rcvbuf = getsockopt(near, SOL_SOCKET, SO_RCVBUF);
      await use({ peer, transport: transports[name], near, far: 0, rcvbuf });
    } finally {
      close(near);
      if (kind === 'thread') close(far);
    }
  } finally {
    await peer.close();
  }
}

/** A block over a link, by an arm of the standard ones. */
export function exchangeOver(link: Link, calls: number, size = 64, arm = 'write'): Exchange {
  return { link, arm: standardArms.find(({ name }) => name === arm)!, size, calls };
}

export function pidOf({ name }: Peer): number {
  return Number(/pid (\d+)/.exec(name)![1]);
}

/** Sends a signal to a process a moment from now, while this thread may be in a native loop. Wait for it in the end. */
export function killLater(pid: number, signal: string, milliseconds = 200): Promise<unknown> {
  const child = spawn('sh', ['-c', `sleep ${milliseconds / 1000}; kill -${signal} ${pid}`], {
    stdio: 'ignore',
    env: withoutPreload(),
  });
  return once(child, 'close');
}
