import {
  type Fd,
  NETLINK_ADD_MEMBERSHIP,
  PACKET_ADD_MEMBERSHIP,
  PACKET_FANOUT,
  PACKET_FANOUT_CBPF,
  PACKET_FANOUT_LB,
  PACKET_FANOUT_ROLLOVER,
  PACKET_MR_MULTICAST,
  PACKET_MR_PROMISC,
  SOF_TIMESTAMPING_RAW_HARDWARE,
  SOL_NETLINK,
  SOL_PACKET,
  TPACKET_V2,
  setsockopt,
} from '../../../lib';
import { type Samples, where } from '../sample';
import { LO } from './ip';
import { ALL_IN } from './socket';

const GROUP = 3;
const promiscuous = { ifindex: LO, type: PACKET_MR_PROMISC, address: new Uint8Array(0) };
const ring = { blockSize: 4096, blockNr: 2, frameSize: 2048, frameNr: 4 };
const fanout =
  (mode: number) =>
  (fd: Fd): void =>
    setsockopt(fd, SOL_PACKET, PACKET_FANOUT, (mode << 16) | 0x1234);

export const netlinkSamples: Samples = {
  NETLINK_ADD_MEMBERSHIP: { on: 'netlink', set: GROUP },
  NETLINK_DROP_MEMBERSHIP: {
    on: 'netlink',
    before: (fd) => setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, GROUP),
    set: GROUP,
  },
  NETLINK_LIST_MEMBERSHIPS: {
    on: 'netlink',
    before: (fd) => [GROUP, 5, 33].forEach((group) => setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group)),
    got: [GROUP, 5, 33],
  },
  NETLINK_PKTINFO: { on: 'netlink', set: true },
  NETLINK_BROADCAST_ERROR: { on: 'netlink', set: true },
  NETLINK_NO_ENOBUFS: { on: 'netlink', set: true },
  NETLINK_LISTEN_ALL_NSID: { on: 'netlink', set: true },
  NETLINK_CAP_ACK: { on: 'netlink', set: true },
  NETLINK_EXT_ACK: { on: 'netlink', set: true },
  NETLINK_GET_STRICT_CHK: { on: 'netlink', set: true },
  NETLINK_RX_RING: { on: 'netlink', set: new Uint8Array(16), fails: 'ENOPROTOOPT' },
  NETLINK_TX_RING: { on: 'netlink', set: new Uint8Array(16), fails: 'ENOPROTOOPT' },
};

export const packetSamples: Samples = {
  PACKET_ADD_MEMBERSHIP: {
    on: 'packet',
    set: { ifindex: LO, type: PACKET_MR_MULTICAST, address: Uint8Array.of(1, 0, 0x5e, 1, 2, 3) },
  },
  PACKET_DROP_MEMBERSHIP: {
    on: 'packet',
    before: (fd) => setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, promiscuous),
    set: promiscuous,
  },
  PACKET_RX_RING: { on: 'packet', set: ring },
  PACKET_TX_RING: { on: 'packet', set: ring },
  PACKET_STATISTICS: { on: 'packet', got: { packets: 0, drops: 0 } },
  PACKET_COPY_THRESH: { on: 'packet', set: 100 },
  PACKET_AUXDATA: { on: 'packet', set: true },
  PACKET_ORIGDEV: { on: 'packet', set: true },
  PACKET_VERSION: { on: 'packet', set: TPACKET_V2 },
  PACKET_HDRLEN: {
    on: 'packet',
    ask: Uint8Array.of(TPACKET_V2, 0, 0, 0),
    got: where((bytes: Uint8Array) => bytes[0]! >= 32),
  },
  PACKET_RESERVE: { on: 'packet', set: 16 },
  PACKET_LOSS: { on: 'packet', set: true },
  PACKET_VNET_HDR: { on: 'packet', set: true },
  PACKET_VNET_HDR_SZ: { on: 'packet', set: 12 },
  PACKET_TIMESTAMP: { on: 'packet', set: SOF_TIMESTAMPING_RAW_HARDWARE },
  PACKET_FANOUT: { on: 'packets', set: (PACKET_FANOUT_LB << 16) | 0x1234 },
  PACKET_FANOUT_DATA: { on: 'packets', before: fanout(PACKET_FANOUT_CBPF), set: ALL_IN },
  PACKET_TX_HAS_OFF: { on: 'packet', set: true },
  PACKET_QDISC_BYPASS: { on: 'packet', set: true },
  PACKET_ROLLOVER_STATS: {
    on: 'packets',
    before: fanout(PACKET_FANOUT_ROLLOVER),
    got: { all: 0n, huge: 0n, failed: 0n },
  },
  PACKET_IGNORE_OUTGOING: { on: 'packet', set: true },
};
