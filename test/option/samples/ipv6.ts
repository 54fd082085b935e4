import {
  AF_INET6,
  type Fd,
  IPPROTO_IPV6,
  IPV6_FL_A_GET,
  IPV6_FL_F_CREATE,
  IPV6_FL_S_ANY,
  IPV6_JOIN_GROUP,
  IPV6_PMTUDISC_DO,
  IPV6_PREFER_SRC_PUBLIC,
  IPV6_RECVERR,
  MCAST_BLOCK_SOURCE,
  MCAST_INCLUDE,
  MCAST_JOIN_GROUP,
  MCAST_JOIN_SOURCE_GROUP,
  inet6,
  setsockopt,
} from '../../../lib';
import { type Samples, where } from '../sample';
import { LO } from './ip';

const GROUP = 'ff02::1234';
const group = { multiaddr: GROUP, interface: LO };
const anyGroup = { interface: LO, group: inet6(GROUP, 0) };
const anySource = { ...anyGroup, source: inet6('::5', 0) };

const member = (fd: Fd): void => setsockopt(fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, group);
const memberOfAny = (fd: Fd): void => setsockopt(fd, IPPROTO_IPV6, MCAST_JOIN_GROUP, anyGroup);

/** Padding alone: the next header, the length in units of 8 bytes beyond the first, and one option of 6 bytes. */
const PADDING = Uint8Array.of(0, 0, 1, 4, 0, 0, 0, 0);
/** A routing header for mobile machines. */
const ROUTING = Uint8Array.of(0, 2, 2, 1, 0, 0, 0, 0, ...new Array<number>(15).fill(0), 1);

export const ipv6Samples: Samples = {
  IPV6_V6ONLY: { on: 'udp6', set: true },
  IPV6_UNICAST_HOPS: { on: 'udp6', set: 7 },
  IPV6_MULTICAST_HOPS: { on: 'udp6', set: 3 },
  IPV6_MULTICAST_IF: { on: 'udp6', set: LO },
  IPV6_MULTICAST_LOOP: { on: 'udp6', set: false },
  IPV6_MULTICAST_ALL: { on: 'udp6', set: false },
  IPV6_UNICAST_IF: { on: 'udp6', set: LO },
  IPV6_JOIN_GROUP: { on: 'udp6', set: group },
  IPV6_LEAVE_GROUP: { on: 'udp6', before: member, set: group },
  IPV6_ADD_MEMBERSHIP: { on: 'udp6', set: group },
  IPV6_DROP_MEMBERSHIP: { on: 'udp6', before: member, set: group },
  IPV6_JOIN_ANYCAST: { on: 'udp6', set: { multiaddr: '2001:db8::', interface: LO }, or: ['EADDRNOTAVAIL', 'EINVAL'] },
  IPV6_LEAVE_ANYCAST: { on: 'udp6', set: { multiaddr: '2001:db8::', interface: LO }, fails: 'ENOENT' },
  IPV6_ADDRFORM: { on: 'mapped', got: AF_INET6 },
  IPV6_CHECKSUM: { on: 'raw6', set: 2 },
  IPV6_NEXTHOP: { on: 'connectedUdp6', set: new Uint8Array(28), fails: 'ENOPROTOOPT' },
  IPV6_FLOWINFO: { on: 'udp6', set: true },
  IPV6_FLOWINFO_SEND: { on: 'udp6', set: true },
  IPV6_FLOWLABEL_MGR: {
    on: 'udp6',
    set: {
      dst: '::1',
      // Other processes may have leased other labels.
      label: 1 + (process.pid % 0xfffff),
      action: IPV6_FL_A_GET,
      // An exclusive lease would bind every user of flow labels in this network namespace for seconds.
      share: IPV6_FL_S_ANY,
      flags: IPV6_FL_F_CREATE,
      expires: 0,
      linger: 0,
    },
  },
  IPV6_AUTOFLOWLABEL: { on: 'udp6', set: false },
  IPV6_ROUTER_ALERT: { on: 'rawest6', set: 3, got: where((value: number) => typeof value === 'number') },
  IPV6_ROUTER_ALERT_ISOLATE: { on: 'rawest6', set: true },
  IPV6_MTU_DISCOVER: { on: 'udp6', set: IPV6_PMTUDISC_DO },
  IPV6_MTU: { on: 'connectedUdp6', set: 1400, got: where((mtu: number) => mtu >= 1280) },
  IPV6_RECVERR: { on: 'udp6', set: true },
  IPV6_RECVERR_RFC4884: { on: 'udp6', before: (fd) => setsockopt(fd, IPPROTO_IPV6, IPV6_RECVERR, true), set: true },
  IPV6_IPSEC_POLICY: {
    on: 'udp6',
    set: new Uint8Array(16),
    fails: 'EINVAL',
    or: ['ENOPROTOOPT', 'EOPNOTSUPP', 'EPERM'],
  },
  IPV6_XFRM_POLICY: {
    on: 'udp6',
    set: new Uint8Array(16),
    fails: 'EINVAL',
    or: ['ENOPROTOOPT', 'EOPNOTSUPP', 'EPERM'],
  },
  IPV6_HDRINCL: { on: 'raw6', set: true },
  IPV6_RECVPKTINFO: { on: 'udp6', set: true },
  IPV6_PKTINFO: { on: 'udp6', set: { addr: '::1', ifindex: LO } },
  IPV6_RECVHOPLIMIT: { on: 'udp6', set: true },
  IPV6_RECVHOPOPTS: { on: 'udp6', set: true },
  IPV6_HOPOPTS: { on: 'udp6', set: PADDING },
  IPV6_RXHOPOPTS: { on: 'udp6', set: PADDING },
  IPV6_RTHDRDSTOPTS: { on: 'udp6', set: PADDING },
  IPV6_RECVRTHDR: { on: 'udp6', set: true },
  IPV6_RTHDR: { on: 'udp6', set: ROUTING, or: ['EINVAL', 'EPERM'] },
  IPV6_RECVDSTOPTS: { on: 'udp6', set: true },
  IPV6_DSTOPTS: { on: 'udp6', set: PADDING },
  IPV6_RXDSTOPTS: { on: 'udp6', set: PADDING },
  IPV6_RECVPATHMTU: { on: 'udp6', set: true },
  IPV6_PATHMTU: { on: 'connectedUdp6', got: where(({ mtu }: { mtu: number }) => mtu >= 1280) },
  IPV6_DONTFRAG: { on: 'udp6', set: true },
  IPV6_RECVTCLASS: { on: 'udp6', set: true },
  IPV6_TCLASS: { on: 'udp6', set: 16 },
  IPV6_ADDR_PREFERENCES: {
    on: 'udp6',
    set: IPV6_PREFER_SRC_PUBLIC,
    got: where((flags: number) => (flags & IPV6_PREFER_SRC_PUBLIC) !== 0),
  },
  IPV6_MINHOPCOUNT: { on: 'udp6', set: 5 },
  IPV6_ORIGDSTADDR: { on: 'udp6', set: true },
  IPV6_RECVORIGDSTADDR: { on: 'udp6', set: true },
  IPV6_TRANSPARENT: { on: 'udp6', set: true },
  IPV6_RECVFRAGSIZE: { on: 'udp6', set: true },
  IPV6_FREEBIND: { on: 'udp6', set: true },
  IPV6_2292PKTINFO: { on: 'udp6', set: true },
  IPV6_2292HOPOPTS: { on: 'udp6', set: true },
  IPV6_2292DSTOPTS: { on: 'udp6', set: true },
  IPV6_2292RTHDR: { on: 'udp6', set: true },
  IPV6_2292PKTOPTIONS: { on: 'tcp6', got: new Uint8Array(0) },
  IPV6_2292HOPLIMIT: { on: 'udp6', set: true },
  IP6T_SO_ORIGINAL_DST: {
    on: 'tcp6',
    got: where((address: object) => 'port' in address),
    or: ['ENOENT', 'ENOPROTOOPT'],
  },
  MCAST_JOIN_GROUP: { on: 'udp6', set: anyGroup },
  MCAST_LEAVE_GROUP: { on: 'udp6', before: memberOfAny, set: anyGroup },
  MCAST_JOIN_SOURCE_GROUP: { on: 'udp6', set: anySource },
  MCAST_LEAVE_SOURCE_GROUP: {
    on: 'udp6',
    before: (fd) => setsockopt(fd, IPPROTO_IPV6, MCAST_JOIN_SOURCE_GROUP, anySource),
    set: anySource,
  },
  MCAST_BLOCK_SOURCE: { on: 'udp6', before: memberOfAny, set: anySource },
  MCAST_UNBLOCK_SOURCE: {
    on: 'udp6',
    before: (fd) => {
      memberOfAny(fd);
      setsockopt(fd, IPPROTO_IPV6, MCAST_BLOCK_SOURCE, anySource);
    },
    set: anySource,
  },
  MCAST_MSFILTER: {
    on: 'udp6',
    before: memberOfAny,
    set: { ...anyGroup, fmode: MCAST_INCLUDE, slist: [inet6('::5', 0)] },
  },
};
