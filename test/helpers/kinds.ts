import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  type Address,
  type Fd,
  SOCK_DGRAM,
  SOCK_SEQPACKET,
  SOCK_STREAM,
  accept,
  bind,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  listen,
  socket,
  socketpair,
} from '../../lib';

/** Two sockets that are connected to each other; what is sent by one arrives at the other. */
export interface Pair {
  readonly a: Fd;
  readonly b: Fd;
}

/** A named way to get a connected pair. */
export interface Kind {
  readonly name: string;
  readonly stream: boolean;
  open(): Pair;
}

function pair(type: number): Pair {
  const [a, b] = socketpair(AF_UNIX, type);
  return { a, b };
}

function streamOver(domain: number, any: Address): Pair {
  const server = socket(domain, SOCK_STREAM);
  try {
    bind(server, any);
    listen(server, 1);
    const a = socket(domain, SOCK_STREAM);
    connect(a, getsockname(server) as Address);
    return { a, b: accept(server).fd };
  } finally {
    close(server);
  }
}

function datagramOver(domain: number, any: Address): Pair {
  const a = socket(domain, SOCK_DGRAM);
  const b = socket(domain, SOCK_DGRAM);
  bind(a, any);
  bind(b, any);
  connect(a, getsockname(b) as Address);
  connect(b, getsockname(a) as Address);
  return { a, b };
}

export const kinds: readonly Kind[] = [
  { name: 'unix stream pair', stream: true, open: () => pair(SOCK_STREAM) },
  { name: 'unix datagram pair', stream: false, open: () => pair(SOCK_DGRAM) },
  { name: 'unix seqpacket pair', stream: false, open: () => pair(SOCK_SEQPACKET) },
  { name: 'unix stream', stream: true, open: () => streamOver(AF_UNIX, { family: 'unix' }) },
  { name: 'TCP over IPv4', stream: true, open: () => streamOver(AF_INET, inet('127.0.0.1', 0)) },
  { name: 'TCP over IPv6', stream: true, open: () => streamOver(AF_INET6, inet6('::1', 0)) },
  { name: 'UDP over IPv4', stream: false, open: () => datagramOver(AF_INET, inet('127.0.0.1', 0)) },
  { name: 'UDP over IPv6', stream: false, open: () => datagramOver(AF_INET6, inet6('::1', 0)) },
];

/** Opens a pair of a kind for the time of a function. */
export function withPair<T>(kind: Kind | string, use: (pair: Pair) => T): T {
  const opened = (typeof kind === 'string' ? kindNamed(kind) : kind).open();
  try {
    return use(opened);
  } finally {
    close(opened.a);
    close(opened.b);
  }
}

function kindNamed(name: string): Kind {
  const kind = kinds.find((candidate) => candidate.name === name);
  if (kind === undefined) throw new Error(`no kind of socket is named ${name}`);
  return kind;
}
