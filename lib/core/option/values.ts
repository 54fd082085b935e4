import type { Address } from '../address';

// What the values of options are in TypeScript. The names are C's without their prefixes, where C's are known.

/** SO_LINGER: what close() does with unsent bytes. Zero seconds: it drops them and resets the connection. */
export interface Linger {
  onoff: boolean;
  /** Seconds. */
  linger: number;
}

/** A time span: SO_RCVTIMEO, SO_SNDTIMEO. Zero is for ever. */
export interface Timeval {
  seconds: number;
  /** From 0 to 999999. */
  microseconds: number;
}

/** A time, or a time span. */
export interface Timespec {
  seconds: number;
  /** From 0 to 999999999. */
  nanoseconds: number;
}

/** SO_PEERCRED: who the peer was when it connected. */
export interface Ucred {
  pid: number;
  uid: number;
  gid: number;
}

/** One instruction of a classic BPF program. */
export interface FilterInstruction {
  code: number;
  /** How many instructions to skip if a comparison is true. */
  jt: number;
  /** How many to skip if it is false. */
  jf: number;
  k: number;
}

/** SO_TIMESTAMPING: SOF_TIMESTAMPING_ flags, and the clock that SOF_TIMESTAMPING_BIND_PHC chooses. */
export interface Timestamping {
  flags: number;
  /** Absent on kernels before 5.14. */
  bindPhc?: number;
}

/** SO_TXTIME: the clock of the times, such as CLOCK_TAI, and SOF_TXTIME_ flags. */
export interface Txtime {
  clockid: number;
  flags: number;
}

/** SO_MEMINFO, in bytes but for `drops`. */
export interface Meminfo {
  rmemAlloc: number;
  rcvbuf: number;
  wmemAlloc: number;
  sndbuf: number;
  fwdAlloc: number;
  wmemQueued: number;
  optmem: number;
  backlog: number;
  /** Packets dropped for lack of room. */
  drops: number;
}

/** TCP_MD5SIG and TCP_MD5SIG_EXT: the key for a peer. An empty key takes it away. */
export interface Md5sig {
  address: Address;
  /** At most 80 bytes. */
  key: Uint8Array;
  /** TCP_MD5SIG_FLAG_ flags, for TCP_MD5SIG_EXT. */
  flags?: number;
  prefixlen?: number;
  ifindex?: number;
}

/** TCP_REPAIR_OPTIONS: one TCP option, by its kind. */
export interface RepairOption {
  code: number;
  value: number;
}

/** TCP_REPAIR_WINDOW. */
export interface RepairWindow {
  sndWl1: number;
  sndWnd: number;
  maxWindow: number;
  rcvWnd: number;
  rcvWup: number;
}

/** An IPv4 group, and the interface by an address of it; 0.0.0.0 leaves the choice to the kernel. */
export interface Mreq {
  multiaddr: string;
  interface: string;
}

/** An IPv4 group, and the interface by an address of it or by its index. */
export interface Mreqn {
  multiaddr: string;
  address: string;
  ifindex: number;
}

/** One sender of an IPv4 group. */
export interface MreqSource {
  multiaddr: string;
  interface: string;
  sourceaddr: string;
}

/** IP_MSFILTER: the senders of an IPv4 group, let in (MCAST_INCLUDE) or kept out (MCAST_EXCLUDE). */
export interface Msfilter {
  multiaddr: string;
  interface: string;
  fmode: number;
  slist: readonly string[];
}

/** IP_LOCAL_PORT_RANGE; 0 is no bound. */
export interface PortRange {
  low: number;
  high: number;
}

/** A group of either family, and the interface by its index. */
export interface GroupReq {
  interface: number;
  group: Address;
}

/** One sender of a group of either family. */
export interface GroupSourceReq {
  interface: number;
  group: Address;
  source: Address;
}

/** MCAST_MSFILTER: the senders of a group, let in (MCAST_INCLUDE) or kept out (MCAST_EXCLUDE). */
export interface GroupFilter {
  interface: number;
  group: Address;
  fmode: number;
  slist: readonly Address[];
}

/** An IPv6 group, and the interface by its index; 0 leaves the choice to the kernel. */
export interface Ipv6Mreq {
  multiaddr: string;
  interface: number;
}

/** IPV6_PKTINFO: source address and interface of what is sent; :: and 0 leave the choice to the kernel. */
export interface In6Pktinfo {
  addr: string;
  ifindex: number;
}

/** IPV6_PATHMTU: the MTU in bytes of the path to an address, which the option leaves out and the control message has. */
export interface Mtuinfo {
  address: Address;
  mtu: number;
}

/** IPV6_FLOWLABEL_MGR; times are in seconds. */
export interface FlowLabelRequest {
  dst: string;
  /** 20 bits; 0 lets the kernel choose. */
  label: number;
  action: number;
  share: number;
  flags: number;
  expires: number;
  linger: number;
}

/** PACKET_ADD_MEMBERSHIP. */
export interface PacketMreq {
  ifindex: number;
  /** A PACKET_MR_ value. */
  type: number;
  /** A hardware address of at most 8 bytes; empty for PACKET_MR_PROMISC and PACKET_MR_ALLMULTI. */
  address: Uint8Array;
}

/** PACKET_RX_RING and PACKET_TX_RING. The last three are for TPACKET_V3, and given all or not at all. */
export interface Ring {
  blockSize: number;
  blockNr: number;
  frameSize: number;
  frameNr: number;
  retireBlkTov?: number;
  sizeofPriv?: number;
  featureReqWord?: number;
}

/** PACKET_STATISTICS. */
export interface PacketStatistics {
  packets: number;
  drops: number;
  /** With TPACKET_V3: how often the ring was full. */
  freezeQCnt?: number;
}

/** PACKET_FANOUT with a bound of members. */
export interface FanoutArgs {
  id: number;
  /** The mode and flags, PACKET_FANOUT_ values. */
  typeFlags: number;
  maxNumMembers: number;
}

/** PACKET_ROLLOVER_STATS. */
export interface RolloverStats {
  all: bigint;
  huge: bigint;
  failed: bigint;
}

/** ICMP_FILTER and ICMPV6_FILTER: the types of messages that a raw socket does not get, in their order. */
export interface IcmpFilter {
  block: number[];
}

/** ICMP_FILTER and ICMPV6_FILTER: the types of messages to keep out, or those alone to let in. */
export type IcmpFilterSetting =
  | { readonly block: readonly number[]; readonly pass?: undefined }
  | { readonly pass: readonly number[]; readonly block?: undefined };
