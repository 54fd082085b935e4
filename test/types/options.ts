// What the compiler knows of socket options.
import {
  AF_VSOCK,
  ALG_SET_AEAD_AUTHSIZE,
  ALG_SET_KEY,
  type FilterInstruction,
  ICMPV6_FILTER,
  ICMP_FILTER,
  type IcmpFilter,
  IPPROTO_ICMPV6,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPPROTO_TCP,
  IPPROTO_UDP,
  IPPROTO_UDPLITE,
  IPV6_CHECKSUM,
  IPV6_JOIN_GROUP,
  IP_ADD_MEMBERSHIP,
  IP_MULTICAST_IF,
  IP_TTL,
  type Linger,
  MCAST_JOIN_GROUP,
  NETLINK_LIST_MEMBERSHIPS,
  PACKET_STATISTICS,
  type PacketStatistics,
  SOL_ALG,
  SOL_ICMPV6,
  SOL_NETLINK,
  SOL_PACKET,
  SOL_RAW,
  SOL_SOCKET,
  SOL_TCP,
  SOL_TLS,
  SO_ATTACH_FILTER,
  SO_COOKIE,
  SO_GET_FILTER,
  SO_KEEPALIVE,
  SO_LINGER,
  SO_MAX_PACING_RATE,
  SO_PEERCRED,
  SO_PEERGROUPS,
  SO_RCVBUF,
  SO_RCVTIMEO,
  SO_TYPE,
  SO_VM_SOCKETS_BUFFER_SIZE,
  SO_VM_SOCKETS_CONNECT_TIMEOUT,
  SO_VM_SOCKETS_TRUSTED,
  type SocketOption,
  TCP_CONGESTION,
  TCP_INFO,
  TCP_NODELAY,
  TCP_SAVED_SYN,
  TLS_TX,
  type TcpInfo,
  type Timeval,
  UDPLITE_SEND_CSCOV,
  UDP_CORK,
  UDP_SEGMENT,
  type Ucred,
  asFd,
  getsockopt,
  inet,
  setsockopt,
} from '../../lib';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

const fd = asFd(3);
const bytes = new Uint8Array(8);

export function theConstantKnowsTheValue(): void {
  const keepalive = getsockopt(fd, SOL_SOCKET, SO_KEEPALIVE);
  const size = getsockopt(fd, SOL_SOCKET, SO_RCVBUF);
  const linger = getsockopt(fd, SOL_SOCKET, SO_LINGER);
  const timeout = getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO);
  const peer = getsockopt(fd, SOL_SOCKET, SO_PEERCRED);
  const groups = getsockopt(fd, SOL_SOCKET, SO_PEERGROUPS);
  const cookie = getsockopt(fd, SOL_SOCKET, SO_COOKIE);
  const filter = getsockopt(fd, SOL_SOCKET, SO_GET_FILTER);
  const info = getsockopt(fd, IPPROTO_TCP, TCP_INFO);
  const algorithm = getsockopt(fd, SOL_TCP, TCP_CONGESTION);
  const syn = getsockopt(fd, IPPROTO_TCP, TCP_SAVED_SYN);
  const address = getsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF);
  const memberships = getsockopt(fd, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS);
  const statistics = getsockopt(fd, SOL_PACKET, PACKET_STATISTICS);
  same<Equal<boolean, typeof keepalive>>();
  same<Equal<number, typeof size>>();
  same<Equal<Linger, typeof linger>>();
  same<Equal<Timeval, typeof timeout>>();
  same<Equal<Ucred, typeof peer>>();
  same<Equal<number[], typeof groups>>();
  same<Equal<bigint, typeof cookie>>();
  same<Equal<FilterInstruction[], typeof filter>>();
  same<Equal<TcpInfo, typeof info>>();
  same<Equal<string, typeof algorithm>>();
  same<Equal<Uint8Array, typeof syn>>();
  same<Equal<string, typeof address>>();
  same<Equal<number[], typeof memberships>>();
  same<Equal<PacketStatistics, typeof statistics>>();
  const rtt: number = info.rttMicroseconds;
  const later: number | undefined = info.rcvWnd;
  void [rtt, later];
}

export function theResultDoorKnowsIt(): void {
  const outcome = result.getsockopt(fd, SOL_SOCKET, SO_LINGER);
  if (outcome.ok) same<Equal<Linger, typeof outcome.value>>();
  const asked = result.getsockopt(fd, SOL_SOCKET, SO_LINGER, 8);
  if (asked.ok) same<Equal<Uint8Array, typeof asked.value>>();
  result.setsockopt(fd, SOL_SOCKET, SO_LINGER, { onoff: true, linger: 5 });
  // @ts-expect-error it can only be read
  result.setsockopt(fd, SOL_SOCKET, SO_TYPE, 1);
}

export function whatIsSetHasTheType(): void {
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, true);
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
  setsockopt(fd, SOL_SOCKET, SO_LINGER, { onoff: true, linger: 5 });
  setsockopt(fd, SOL_SOCKET, SO_LINGER, bytes);
  setsockopt(fd, SOL_SOCKET, SO_MAX_PACING_RATE, 10n);
  setsockopt(fd, SOL_SOCKET, SO_MAX_PACING_RATE, 10);
  setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, { multiaddr: '239.0.0.1', interface: '0.0.0.0' });
  setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, { multiaddr: '239.0.0.1', address: '0.0.0.0', ifindex: 1 });
  setsockopt(fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, { multiaddr: 'ff02::1', interface: 1 });
  setsockopt(fd, IPPROTO_IPV6, MCAST_JOIN_GROUP, { interface: 1, group: inet('239.0.0.1', 0) });
  setsockopt(fd, IPPROTO_IP, MCAST_JOIN_GROUP, { interface: 1, group: inet('239.0.0.1', 0) });
  setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, [{ code: 6, jt: 0, jf: 0, k: 0 }]);
  // @ts-expect-error an int
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, true);
  // @ts-expect-error a structure
  setsockopt(fd, SOL_SOCKET, SO_LINGER, 5);
  // @ts-expect-error half of a structure
  setsockopt(fd, SOL_SOCKET, SO_LINGER, { onoff: true });
  // @ts-expect-error text
  setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, 1);
  // @ts-expect-error text is of no use here
  setsockopt(fd, IPPROTO_IP, IP_TTL, '1');
}

export function whatIsOnlyReadCannotBeSet(): void {
  // @ts-expect-error it can only be read
  setsockopt(fd, SOL_SOCKET, SO_TYPE, 1);
  // @ts-expect-error it can only be read
  setsockopt(fd, IPPROTO_TCP, TCP_INFO, bytes);
  // @ts-expect-error it can only be read
  setsockopt(fd, SOL_SOCKET, SO_PEERCRED, { pid: 1, uid: 1, gid: 1 });
}

export function whatIsOnlySetCannotBeRead(): void {
  // @ts-expect-error it can only be set
  getsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER);
  // @ts-expect-error it can only be set
  getsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP);
  // But bytes of it may be asked for.
  const written: Uint8Array = getsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, 64);
  void written;
}

export function theLevelBelongsToTheOption(): void {
  // @ts-expect-error another level
  getsockopt(fd, SOL_SOCKET, TCP_NODELAY);
  // @ts-expect-error another level
  setsockopt(fd, IPPROTO_TCP, UDP_CORK, true);
  setsockopt(fd, IPPROTO_UDP, UDP_CORK, true);
  setsockopt(fd, 17, UDP_CORK, true);
}

export function plainNumbersAreIntegerOptions(option: number): void {
  const value = getsockopt(fd, SOL_SOCKET, option);
  same<Equal<number, typeof value>>();
  const literal = getsockopt(fd, 1, 2);
  same<Equal<number, typeof literal>>();
  const asked = getsockopt(fd, 1, 2, 16);
  same<Equal<Uint8Array, typeof asked>>();
  setsockopt(fd, SOL_SOCKET, option, 1);
  setsockopt(fd, SOL_SOCKET, option, bytes);
  // @ts-expect-error no type is known for it
  setsockopt(fd, SOL_SOCKET, option, { onoff: true, linger: 5 });
  const mine = 4711 as SocketOption<'SOL_SOCKET', number, never>;
  const known: number = getsockopt(fd, SOL_SOCKET, mine);
  // @ts-expect-error it can only be read
  setsockopt(fd, SOL_SOCKET, mine, 1);
  const number: number = SO_LINGER;
  void [known, number];
}

export function oneOfSeveralOptions(which: typeof SO_KEEPALIVE | typeof SO_RCVBUF): void {
  const value = getsockopt(fd, SOL_SOCKET, which);
  same<Equal<boolean | number, typeof value>>();
}

export function filtersAreListsOfTypes(): void {
  const four = getsockopt(fd, SOL_RAW, ICMP_FILTER);
  const six = getsockopt(fd, IPPROTO_ICMPV6, ICMPV6_FILTER);
  same<Equal<IcmpFilter, typeof four>>();
  same<Equal<IcmpFilter, typeof six>>();
  setsockopt(fd, SOL_ICMPV6, ICMPV6_FILTER, six);
  setsockopt(fd, SOL_ICMPV6, ICMPV6_FILTER, { pass: [129] });
  setsockopt(fd, SOL_RAW, ICMP_FILTER, { block: [8, 13] as const });
  setsockopt(fd, SOL_RAW, ICMP_FILTER, bytes);
  // @ts-expect-error one or the other
  setsockopt(fd, SOL_RAW, ICMP_FILTER, { block: [8], pass: [0] });
  // @ts-expect-error neither
  setsockopt(fd, SOL_RAW, ICMP_FILTER, {});
  // @ts-expect-error a mask is given as bytes
  setsockopt(fd, SOL_RAW, ICMP_FILTER, 0xff);
  // @ts-expect-error another level
  setsockopt(fd, SOL_RAW, ICMPV6_FILTER, { pass: [129] });
}

export function theOtherFamiliesHaveLevelsToo(): void {
  setsockopt(fd, SOL_RAW, IPV6_CHECKSUM, 2);
  setsockopt(fd, IPPROTO_IPV6, IPV6_CHECKSUM, 2);
  setsockopt(fd, IPPROTO_UDPLITE, UDPLITE_SEND_CSCOV, 8);
  setsockopt(fd, IPPROTO_UDPLITE, UDP_CORK, true);
  const size = getsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE);
  const timeout = getsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_CONNECT_TIMEOUT);
  same<Equal<bigint, typeof size>>();
  same<Equal<Timeval, typeof timeout>>();
  setsockopt(fd, SOL_TLS, TLS_TX, bytes);
  setsockopt(fd, SOL_ALG, ALG_SET_AEAD_AUTHSIZE, 16);
  // @ts-expect-error UDP-Lite cuts nothing
  setsockopt(fd, IPPROTO_UDPLITE, UDP_SEGMENT, 100);
  // @ts-expect-error another level
  setsockopt(fd, SOL_SOCKET, SO_VM_SOCKETS_BUFFER_SIZE, 1n);
  // @ts-expect-error it can only be read
  setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_TRUSTED, true);
  // @ts-expect-error it can only be set
  getsockopt(fd, SOL_ALG, ALG_SET_KEY);
  // @ts-expect-error keys are bytes
  setsockopt(fd, SOL_TLS, TLS_TX, 1);
}
