import {
  type Fd,
  IPPROTO_IP,
  IP_ADD_MEMBERSHIP,
  IP_ADD_SOURCE_MEMBERSHIP,
  IP_BLOCK_SOURCE,
  IP_PMTUDISC_DO,
  IP_RECVERR,
  MCAST_BLOCK_SOURCE,
  MCAST_EXCLUDE,
  MCAST_INCLUDE,
  MCAST_JOIN_GROUP,
  MCAST_JOIN_SOURCE_GROUP,
  inet,
  setsockopt,
} from '../../../lib';
import { type Samples, where } from '../sample';

/** The index of the loopback interface in every network namespace. */
export const LO = 1;
const GROUP = '239.1.2.3';
const SENDER = '127.0.0.5';

const group = { multiaddr: GROUP, address: '127.0.0.1', ifindex: LO };
const source = { multiaddr: GROUP, interface: '127.0.0.1', sourceaddr: SENDER };
const anyGroup = { interface: LO, group: inet(GROUP, 0) };
const anySource = { ...anyGroup, source: inet(SENDER, 0) };

const member = (fd: Fd): void => setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group);
const memberOfAny = (fd: Fd): void => setsockopt(fd, IPPROTO_IP, MCAST_JOIN_GROUP, anyGroup);

export const ipSamples: Samples = {
  IP_TOS: { on: 'udp', set: 16 },
  IP_TTL: { on: 'udp', set: 7 },
  IP_HDRINCL: { on: 'raw', set: true },
  IP_OPTIONS: { on: 'udp', set: Uint8Array.of(1, 1, 1, 0) },
  IP_ROUTER_ALERT: { on: 'raw', set: true },
  IP_RECVOPTS: { on: 'udp', set: true },
  IP_RETOPTS: { on: 'udp', set: true },
  IP_RECVRETOPTS: { on: 'udp', set: true },
  IP_PKTINFO: { on: 'udp', set: true },
  IP_PKTOPTIONS: { on: 'tcp', got: new Uint8Array(0) },
  IP_MTU_DISCOVER: { on: 'udp', set: IP_PMTUDISC_DO },
  IP_RECVERR: { on: 'udp', set: true },
  IP_RECVTTL: { on: 'udp', set: true },
  IP_RECVTOS: { on: 'udp', set: true },
  IP_MTU: { on: 'connectedUdp', got: where((mtu: number) => mtu >= 1280) },
  IP_FREEBIND: { on: 'udp', set: true },
  IP_IPSEC_POLICY: { on: 'udp', set: new Uint8Array(16), fails: 'EINVAL', or: ['ENOPROTOOPT', 'EOPNOTSUPP', 'EPERM'] },
  IP_XFRM_POLICY: { on: 'udp', set: new Uint8Array(16), fails: 'EINVAL', or: ['ENOPROTOOPT', 'EOPNOTSUPP', 'EPERM'] },
  IP_PASSSEC: { on: 'udp', set: true },
  IP_TRANSPARENT: { on: 'udp', set: true },
  IP_ORIGDSTADDR: { on: 'udp', set: true },
  IP_RECVORIGDSTADDR: { on: 'udp', set: true },
  IP_MINTTL: { on: 'udp', set: 5 },
  IP_NODEFRAG: { on: 'raw', set: true },
  IP_CHECKSUM: { on: 'udp', set: true },
  IP_BIND_ADDRESS_NO_PORT: { on: 'udp', set: true },
  IP_RECVFRAGSIZE: { on: 'udp', set: true },
  IP_RECVERR_RFC4884: { on: 'udp', before: (fd) => setsockopt(fd, IPPROTO_IP, IP_RECVERR, true), set: true },
  IP_MULTICAST_IF: { on: 'udp', set: '127.0.0.1' },
  IP_MULTICAST_TTL: { on: 'udp', set: 3 },
  IP_MULTICAST_LOOP: { on: 'udp', set: false },
  IP_MULTICAST_ALL: { on: 'udp', set: false },
  IP_UNICAST_IF: { on: 'udp', set: LO },
  IP_ADD_MEMBERSHIP: { on: 'udp', set: group },
  IP_DROP_MEMBERSHIP: { on: 'udp', before: member, set: { multiaddr: GROUP, interface: '127.0.0.1' } },
  IP_ADD_SOURCE_MEMBERSHIP: { on: 'udp', set: source },
  IP_DROP_SOURCE_MEMBERSHIP: {
    on: 'udp',
    before: (fd) => setsockopt(fd, IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, source),
    set: source,
  },
  IP_BLOCK_SOURCE: { on: 'udp', before: member, set: source },
  IP_UNBLOCK_SOURCE: {
    on: 'udp',
    before: (fd) => {
      member(fd);
      setsockopt(fd, IPPROTO_IP, IP_BLOCK_SOURCE, source);
    },
    set: source,
  },
  IP_MSFILTER: {
    on: 'udp',
    before: member,
    set: { multiaddr: GROUP, interface: '127.0.0.1', fmode: MCAST_EXCLUDE, slist: [SENDER, '127.0.0.6'] },
    ask: Uint8Array.of(
      239,
      1,
      2,
      3,
      127,
      0,
      0,
      1,
      ...new Array<number>(4).fill(0),
      8,
      0,
      0,
      0,
      ...new Array<number>(32).fill(0),
    ),
    got: where(
      (bytes: Uint8Array) => bytes.length === 24 && bytes[12] === 2 && [...bytes.subarray(16, 20)].join('.') === SENDER,
    ),
  },
  IP_LOCAL_PORT_RANGE: { on: 'udp', set: { low: 40000, high: 40010 } },
  IP_PROTOCOL: { on: 'raw', got: 253 },
  SO_ORIGINAL_DST: {
    on: 'connection',
    got: where((address: object) => 'port' in address),
    or: ['ENOENT', 'ENOPROTOOPT'],
  },
  MCAST_JOIN_GROUP: { on: 'udp', set: anyGroup },
  MCAST_LEAVE_GROUP: { on: 'udp', before: memberOfAny, set: anyGroup },
  MCAST_JOIN_SOURCE_GROUP: { on: 'udp', set: anySource },
  MCAST_LEAVE_SOURCE_GROUP: {
    on: 'udp',
    before: (fd) => setsockopt(fd, IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP, anySource),
    set: anySource,
  },
  MCAST_BLOCK_SOURCE: { on: 'udp', before: memberOfAny, set: anySource },
  MCAST_UNBLOCK_SOURCE: {
    on: 'udp',
    before: (fd) => {
      memberOfAny(fd);
      setsockopt(fd, IPPROTO_IP, MCAST_BLOCK_SOURCE, anySource);
    },
    set: anySource,
  },
  MCAST_MSFILTER: {
    on: 'udp',
    before: memberOfAny,
    set: { ...anyGroup, fmode: MCAST_INCLUDE, slist: [inet(SENDER, 0)] },
  },
};
