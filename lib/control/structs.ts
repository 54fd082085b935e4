import { checkUint } from '../core/check';
import { type Field, type Make, i32, u16, u32, u8 } from '../core/layout/field';
import { type Struct, struct } from '../core/layout/struct';
import { timespec } from '../core/layout/structs';
import type { Timespec } from '../core/option/values';
import { inAddr } from '../option/fields';

// Those that options have, too, are in lib/option/structs.ts.

/** The stamps of a packet by the kernel and by the network card, zero if not taken; the one between is no longer used. */
export interface Timestamps {
  readonly software: Timespec;
  readonly deprecated: Timespec;
  readonly hardware: Timespec;
}

/** A structure within another. */
function inner<T>(member: string, offset: number, layout: Struct<T>): Field<T> {
  return {
    member,
    offset,
    size: layout.size,
    read: (view, at) => layout.read(view, at + offset),
    write: (view, at, name, value) => layout.write(view, at + offset, name, value),
  };
}

export const scmTimestamping = struct<Timestamps>('struct scm_timestamping', 48, {
  software: inner('ts[0]', 0, timespec),
  deprecated: inner('ts[1]', 16, timespec),
  hardware: inner('ts[2]', 32, timespec),
});

export interface PacketOrigin {
  /** The index of the interface that received the packet. */
  readonly ifindex: number;
  /** The packet's length on the wire, in bytes. */
  readonly length: number;
}

export const scmTsPktinfo = struct<PacketOrigin>('struct scm_ts_pktinfo', 16, {
  ifindex: u32('if_index', 0),
  length: u32('pkt_length', 4),
});

export interface InPktinfo {
  /** The index of the interface: that of arrival, or the one to send by. */
  readonly ifindex: number;
  /** The local address of the packet; when sending, the source address. */
  readonly specDst: string;
  /** The destination in the packet's header; not looked at when sending. */
  readonly addr: string;
}

export const inPktinfo = struct<InPktinfo>('struct in_pktinfo', 12, {
  ifindex: i32('ipi_ifindex', 0),
  specDst: inAddr('ipi_spec_dst', 4),
  addr: inAddr('ipi_addr', 8),
});

/** `struct sock_extended_err`: what the error queue tells, be it an error, a timestamp or a notice. */
export interface ExtendedError {
  /** The error number, positive as in C's errno.h; ENOMSG for a timestamp, 0 for a zero-copy notice. */
  readonly errno: number;
  /** Who says it: one of SO_EE_ORIGIN_. */
  readonly origin: number;
  /** The type of the ICMP message, if the origin is one. */
  readonly type: number;
  /** The code of the ICMP message, or one of SO_EE_CODE_. */
  readonly code: number;
  /** The path's MTU for EMSGSIZE; SCM_TSTAMP_ for a timestamp; the first number of a zero-copy notice. */
  readonly info: number;
  /** The number of the timestamp's send; the last number of a zero-copy notice. */
  readonly data: number;
}

export const sockExtendedErr = struct<ExtendedError>('struct sock_extended_err', 16, {
  errno: u32('ee_errno', 0),
  origin: u8('ee_origin', 4),
  type: u8('ee_type', 5),
  code: u8('ee_code', 6),
  info: u32('ee_info', 8),
  data: u32('ee_data', 12),
});

/** What the device said of a packet: `struct tpacket_auxdata`. */
export interface PacketAuxiliary {
  /** TP_STATUS_ flags. */
  readonly status: number;
  /** The packet's length in bytes. */
  readonly len: number;
  /** How many of them were captured. */
  readonly snaplen: number;
  /** Where the link layer's header is. */
  readonly mac: number;
  /** Where the network layer's header is. */
  readonly net: number;
  /** The VLAN tag that the device took off, if the status has TP_STATUS_VLAN_VALID. */
  readonly vlanTci: number;
  /** The EtherType of that tag, if the status has TP_STATUS_VLAN_TPID_VALID. */
  readonly vlanTpid: number;
}

export const tpacketAuxdata = struct<PacketAuxiliary>('struct tpacket_auxdata', 20, {
  status: u32('tp_status', 0),
  len: u32('tp_len', 4),
  snaplen: u32('tp_snaplen', 8),
  mac: u16('tp_mac', 12),
  net: u16('tp_net', 14),
  vlanTci: u16('tp_vlan_tci', 16),
  vlanTpid: u16('tp_vlan_tpid', 18),
});

export const nlPktinfo = struct<{ readonly group: number }>('struct nl_pktinfo', 4, { group: u32('group', 0) });

/** A 32-bit number in network byte order: a flow label. */
export const be32: Make<number> = (member, offset) => ({
  member,
  offset,
  size: 4,
  read: (view, at) => view.getUint32(at + offset),
  write: (view, at, name, value) => view.setUint32(at + offset, checkUint(name, value, 0xffffffff)),
});
