import { join } from 'node:path';
import { AF_UNIX, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM, socketpair, unix } from '../../../index';
import { openConnection } from './connection';
import { openDatagrams } from './datagrams';
import { withFolder } from './folder';
import { setBuffers } from './options';
import { type Pair, orClose } from './pair';
import type { SocketOptions } from './transport';

/** A unix-domain connection by way of a path. */
export function openUnix(options: SocketOptions): Pair {
  return withFolder((folder) => openConnection(AF_UNIX, SOCK_STREAM, unix(join(folder, 'socket')), options));
}

/** The same, of messages that keep their bounds. */
export function openUnixSeqpacket(options: SocketOptions): Pair {
  return withFolder((folder) => openConnection(AF_UNIX, SOCK_SEQPACKET, unix(join(folder, 'socket')), options));
}

/** Two unix datagram sockets with paths, each connected to the other. */
export function openUnixDgram(options: SocketOptions): Pair {
  return withFolder((folder) => {
    const [near, far] = ['near', 'far'].map((name) => unix(join(folder, name)));
    return openDatagrams(AF_UNIX, SOCK_DGRAM, [near!, far!], options);
  });
}

/** A pair that socketpair() makes: no names, no listening. */
export function openSocketpair(options: SocketOptions): Pair {
  const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
  return orClose([near, far], () => {
    for (const end of [near, far]) setBuffers(end, options);
    return { near, far };
  });
}
