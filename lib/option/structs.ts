import { checkUint } from '../core/check';
import { i32, u16, u32, u64, u8 } from '../core/layout/field';
import { LITTLE } from '../core/little';
import { struct } from '../core/layout/struct';
import type {
  FanoutArgs,
  FilterInstruction,
  FlowLabelRequest,
  In6Pktinfo,
  Ipv6Mreq,
  Meminfo,
  Mreq,
  MreqSource,
  Mreqn,
  PacketStatistics,
  RepairOption,
  RepairWindow,
  Ring,
  RolloverStats,
  Timestamping,
  Txtime,
  Ucred,
} from '../core/option/values';
import { bytes, in6Addr, inAddr } from './fields';

export const ucred = struct<Ucred>('struct ucred', 12, { pid: i32('pid', 0), uid: u32('uid', 4), gid: u32('gid', 8) });

export const sockFilter = struct<FilterInstruction>('struct sock_filter', 8, {
  code: u16('code', 0),
  jt: u8('jt', 2),
  jf: u8('jf', 3),
  k: u32('k', 4),
});

/** Before Linux 5.14 it was the flags alone. */
export const soTimestamping = struct<Timestamping>(
  'struct so_timestamping',
  8,
  { flags: i32('flags', 0), bindPhc: i32('bind_phc', 4) },
  { since: '5.14' },
);

export const sockTxtime = struct<Txtime>('struct sock_txtime', 8, {
  clockid: i32('clockid', 0),
  flags: u32('flags', 4),
});

/** An array of C, whose places linux/sock_diag.h names SK_MEMINFO_. */
export const MEMINFO = [
  'rmemAlloc',
  'rcvbuf',
  'wmemAlloc',
  'sndbuf',
  'fwdAlloc',
  'wmemQueued',
  'optmem',
  'backlog',
  'drops',
] as const satisfies readonly (keyof Meminfo)[];

export const tcpRepairOpt = struct<RepairOption>('struct tcp_repair_opt', 8, {
  code: u32('opt_code', 0),
  value: u32('opt_val', 4),
});

export const tcpRepairWindow = struct<RepairWindow>('struct tcp_repair_window', 20, {
  sndWl1: u32('snd_wl1', 0),
  sndWnd: u32('snd_wnd', 4),
  maxWindow: u32('max_window', 8),
  rcvWnd: u32('rcv_wnd', 12),
  rcvWup: u32('rcv_wup', 16),
});

/** The bytes of an address of any family. */
const sockaddr = (member: string, offset: number): ReturnType<typeof bytes> => bytes(member, offset, 128);

export const tcpMd5sig = struct<{
  addr: Uint8Array;
  flags: number;
  prefixlen: number;
  keylen: number;
  ifindex: number;
  key: Uint8Array;
}>('struct tcp_md5sig', 216, {
  addr: sockaddr('tcpm_addr', 0),
  flags: u8('tcpm_flags', 128),
  prefixlen: u8('tcpm_prefixlen', 129),
  keylen: u16('tcpm_keylen', 130),
  ifindex: i32('tcpm_ifindex', 132),
  key: bytes('tcpm_key', 136, 80),
});

export const ipMreq = struct<Mreq>('struct ip_mreq', 8, {
  multiaddr: inAddr('imr_multiaddr', 0),
  interface: inAddr('imr_interface', 4),
});

export const ipMreqn = struct<Mreqn>('struct ip_mreqn', 12, {
  multiaddr: inAddr('imr_multiaddr', 0),
  address: inAddr('imr_address', 4),
  ifindex: i32('imr_ifindex', 8),
});

/** Linux has the interface before the sender; BSD has it after. */
export const ipMreqSource = struct<MreqSource>('struct ip_mreq_source', 12, {
  multiaddr: inAddr('imr_multiaddr', 0),
  interface: inAddr('imr_interface', 4),
  sourceaddr: inAddr('imr_sourceaddr', 8),
});

/** With room for one sender; more follow it. */
export const ipMsfilter = struct<{ multiaddr: string; interface: string; fmode: number; numsrc: number }>(
  'struct ip_msfilter',
  20,
  {
    multiaddr: inAddr('imsf_multiaddr', 0),
    interface: inAddr('imsf_interface', 4),
    fmode: u32('imsf_fmode', 8),
    numsrc: u32('imsf_numsrc', 12),
  },
);

export const groupReq = struct<{ interface: number; group: Uint8Array }>('struct group_req', 136, {
  interface: u32('gr_interface', 0),
  group: sockaddr('gr_group', 8),
});

export const groupSourceReq = struct<{ interface: number; group: Uint8Array; source: Uint8Array }>(
  'struct group_source_req',
  264,
  { interface: u32('gsr_interface', 0), group: sockaddr('gsr_group', 8), source: sockaddr('gsr_source', 136) },
);

/** With room for one sender; more follow it. */
export const groupFilter = struct<{ interface: number; group: Uint8Array; fmode: number; numsrc: number }>(
  'struct group_filter',
  272,
  {
    interface: u32('gf_interface', 0),
    group: sockaddr('gf_group', 8),
    fmode: u32('gf_fmode', 136),
    numsrc: u32('gf_numsrc', 140),
  },
);

export const ipv6Mreq = struct<Ipv6Mreq>('struct ipv6_mreq', 20, {
  multiaddr: in6Addr('ipv6mr_multiaddr', 0),
  interface: u32('ipv6mr_interface', 16),
});

export const in6Pktinfo = struct<In6Pktinfo>('struct in6_pktinfo', 20, {
  addr: in6Addr('ipi6_addr', 0),
  ifindex: u32('ipi6_ifindex', 16),
});

export const ip6Mtuinfo = struct<{ address: Uint8Array; mtu: number }>('struct ip6_mtuinfo', 32, {
  address: bytes('ip6m_addr', 0, 28),
  mtu: u32('ip6m_mtu', 28),
});

export const in6FlowlabelReq = struct<FlowLabelRequest>('struct in6_flowlabel_req', 32, {
  dst: in6Addr('flr_dst', 0),
  label: { ...u32('flr_label', 16), read: (view, at) => view.getUint32(at + 16), write: writeLabel },
  action: u8('flr_action', 20),
  share: u8('flr_share', 21),
  flags: u16('flr_flags', 22),
  expires: u16('flr_expires', 24),
  linger: u16('flr_linger', 26),
});

/** The kernel wants it in network byte order. */
function writeLabel(view: DataView, at: number, name: string, value: unknown): void {
  view.setUint32(at + 16, checkUint(name, value, 0xfffff));
}

export const packetMreq = struct<{ ifindex: number; type: number; alen: number; address: Uint8Array }>(
  'struct packet_mreq',
  16,
  {
    ifindex: i32('mr_ifindex', 0),
    type: u16('mr_type', 4),
    alen: u16('mr_alen', 6),
    address: bytes('mr_address', 8, 8),
  },
);

export const tpacketReq = struct<Required<Ring>>('struct tpacket_req3', 28, {
  blockSize: u32('tp_block_size', 0),
  blockNr: u32('tp_block_nr', 4),
  frameSize: u32('tp_frame_size', 8),
  frameNr: u32('tp_frame_nr', 12),
  retireBlkTov: u32('tp_retire_blk_tov', 16),
  sizeofPriv: u32('tp_sizeof_priv', 20),
  featureReqWord: u32('tp_feature_req_word', 24),
});

/** Without TPACKET_V3 the kernel gives the first two. */
export const tpacketStats = struct<PacketStatistics>('struct tpacket_stats_v3', 12, {
  packets: u32('tp_packets', 0),
  drops: u32('tp_drops', 4),
  freezeQCnt: u32('tp_freeze_q_cnt', 8),
});

export const fanoutArgs = struct<FanoutArgs>(
  'struct fanout_args',
  8,
  {
    id: u16('id', LITTLE ? 0 : 2),
    typeFlags: u16('type_flags', LITTLE ? 2 : 0),
    maxNumMembers: u32('max_num_members', 4),
  },
  { since: '5.10' },
);

export const rolloverStats = struct<RolloverStats>('struct tpacket_rollover_stats', 24, {
  all: u64('tp_all', 0),
  huge: u64('tp_huge', 8),
  failed: u64('tp_failed', 16),
});

/** A bit for each of 32 types. */
export const icmpFilter = struct<{ data: number }>('struct icmp_filter', 4, { data: u32('data', 0) });

/** A bit for each of 256 types, in words of 32. */
export const icmp6Filter = struct<{ data: Uint8Array }>('struct icmp6_filter', 32, { data: bytes('data', 0, 32) });
