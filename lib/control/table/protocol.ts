import {
  ALG_SET_AEAD_ASSOCLEN,
  ALG_SET_IV,
  ALG_SET_OP,
  NETLINK_LISTEN_ALL_NSID,
  NETLINK_PKTINFO,
  PACKET_AUXDATA,
  PACKET_TX_TIMESTAMP,
  TCP_CM_INQ,
  TLS_GET_RECORD_TYPE,
  TLS_SET_RECORD_TYPE,
  UDP_GRO,
  UDP_SEGMENT,
} from '../../core/constant';
import { i32, u16, u32, u8 } from '../../core/layout/field';
import { members, one, structure } from '../codec';
import { type ControlRow, row } from '../row';
import { algIv } from '../sockaddr-codec';
import { nlPktinfo, sockExtendedErr, tpacketAuxdata } from '../structs';

/** Messages of the protocols above IP, and of the families that are not IP. */
export const protocolRows = (): readonly ControlRow[] => [
  row('SOL_UDP', 'UDP_SEGMENT', [UDP_SEGMENT], 'send', one('size', u16)),
  row('SOL_UDP', 'UDP_GRO', [UDP_GRO], 'receive', one('size', i32)),
  row('SOL_TCP', 'TCP_CM_INQ', [TCP_CM_INQ], 'receive', one('unread', i32)),
  row('SOL_TLS', 'TLS_SET_RECORD_TYPE', [TLS_SET_RECORD_TYPE], 'send', one('recordType', u8)),
  row('SOL_TLS', 'TLS_GET_RECORD_TYPE', [TLS_GET_RECORD_TYPE], 'receive', one('recordType', u8)),
  row('SOL_ALG', 'ALG_SET_OP', [ALG_SET_OP], 'send', one('op', u32)),
  row('SOL_ALG', 'ALG_SET_IV', [ALG_SET_IV], 'send', algIv),
  row('SOL_ALG', 'ALG_SET_AEAD_ASSOCLEN', [ALG_SET_AEAD_ASSOCLEN], 'send', one('length', u32)),
  row('SOL_PACKET', 'PACKET_AUXDATA', [PACKET_AUXDATA], 'receive', members(tpacketAuxdata)),
  row('SOL_PACKET', 'PACKET_TX_TIMESTAMP', [PACKET_TX_TIMESTAMP], 'receive', structure('error', sockExtendedErr)),
  row('SOL_NETLINK', 'NETLINK_PKTINFO', [NETLINK_PKTINFO], 'receive', members(nlPktinfo)),
  row('SOL_NETLINK', 'NETLINK_LISTEN_ALL_NSID', [NETLINK_LISTEN_ALL_NSID], 'receive', one('nsid', i32)),
];
