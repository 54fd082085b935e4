import {
  AF_ALG,
  AF_INET,
  AF_INET6,
  AF_NETLINK,
  AF_PACKET,
  AF_UNIX,
  AF_VSOCK,
  type Fd,
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  IPPROTO_MPTCP,
  IPPROTO_RAW,
  IPPROTO_TCP,
  IPPROTO_UDPLITE,
  SOCK_DGRAM,
  SOCK_RAW,
  SOCK_SEQPACKET,
  SOCK_STREAM,
  TCP_SAVE_SYN,
  accept,
  bind,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  listen,
  setsockopt,
  socket,
  socketpair,
} from '../../lib';

/** The protocol number that RFC 3692 keeps for experiments. */
const EXPERIMENT = 253;
/** Every protocol, in network byte order. */
const ALL = 0x0300;

/** Opens a socket of each kind; what it opens is closed after the use. */
const kinds = {
  tcp: () => [socket(AF_INET, SOCK_STREAM)],
  tcp6: () => [socket(AF_INET6, SOCK_STREAM)],
  udp: () => [socket(AF_INET, SOCK_DGRAM)],
  udp6: () => [socket(AF_INET6, SOCK_DGRAM)],
  unix: () => [...socketpair(AF_UNIX, SOCK_STREAM)],
  raw: () => [socket(AF_INET, SOCK_RAW, EXPERIMENT)],
  raw6: () => [socket(AF_INET6, SOCK_RAW, EXPERIMENT)],
  rawest6: () => [socket(AF_INET6, SOCK_RAW, IPPROTO_RAW)],
  icmp: () => [socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)],
  icmp6: () => [socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6)],
  udplite: () => [socket(AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE)],
  vsock: () => [socket(AF_VSOCK, SOCK_STREAM)],
  cipher: () => [algorithm('skcipher', 'cbc(aes)')],
  aead: () => [algorithm('aead', 'gcm(aes)')],
  rng: () => [algorithm('rng', 'drbg_nopr_ctr_aes256')],
  netlink: () => [socket(AF_NETLINK, SOCK_RAW, 0)],
  packet: () => [socket(AF_PACKET, SOCK_RAW, 0)],
  packets: () => [socket(AF_PACKET, SOCK_RAW, ALL)],
  mptcp: () => [socket(AF_INET, SOCK_STREAM, IPPROTO_MPTCP)],
  connectedUdp: () => {
    const fd = socket(AF_INET, SOCK_DGRAM);
    connect(fd, inet('127.0.0.1', 9));
    return [fd];
  },
  connectedUdp6: () => {
    const fd = socket(AF_INET6, SOCK_DGRAM);
    connect(fd, inet6('::1', 9));
    return [fd];
  },
  /** The server's end comes first. */
  connection: () => connection(),
  /** An IPv6 socket that talks IPv4. */
  mapped: () => {
    const server = socket(AF_INET, SOCK_STREAM);
    bind(server, inet('127.0.0.1', 0));
    listen(server);
    const client = socket(AF_INET6, SOCK_STREAM);
    connect(client, inet6('::ffff:127.0.0.1', getsockname(server).port));
    return [client, server];
  },
} satisfies Record<string, () => Fd[]>;

export type Kind = keyof typeof kinds;

/** An algorithm of the kernel's, by `struct sockaddr_alg`, whose members after the family are these. */
function algorithm(type: string, name: string): Fd {
  const fd = socket(AF_ALG, SOCK_SEQPACKET);
  const data = new Uint8Array(86);
  data.set(Buffer.from(type));
  data.set(Buffer.from(name), 22);
  try {
    bind(fd, { family: AF_ALG, data });
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
}

function connection(): Fd[] {
  const server = socket(AF_INET, SOCK_STREAM);
  if (TCP_SAVE_SYN !== undefined) setsockopt(server, IPPROTO_TCP, TCP_SAVE_SYN, 1);
  bind(server, inet('127.0.0.1', 0));
  listen(server);
  const client = socket(AF_INET, SOCK_STREAM);
  connect(client, getsockname(server));
  const accepted = accept(server).fd;
  close(server);
  return [accepted, client];
}

/** Opens sockets of a kind for the time of a function; the first is the one that matters. */
export function withSocket<T>(kind: Kind, use: (fd: Fd, other: Fd | undefined) => T): T {
  const fds: Fd[] = kinds[kind]();
  try {
    return use(fds[0]!, fds[1]);
  } finally {
    for (const fd of fds) close(fd);
  }
}
