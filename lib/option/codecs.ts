// Everything that turns values of options into bytes and back. It is a module of its own because integer options, which
// are most of those that a program uses, do without it.
import { linger, timeval } from '../core/layout/structs';
import * as basic from './codec/basic';
import * as icmp from './codec/icmp';
import * as internet from './codec/internet';
import * as link from './codec/link';
import * as socket from './codec/socket';
import type { Codecs } from './generated/codecs';
import * as structs from './structs';
import { tcpInfo } from './tcp-info';

const { plain, setOnly, bytesOf } = basic;

export const codecs: Codecs = {
  flag: basic.flag,
  int: basic.integer,
  u32: basic.u32,
  pidfd: basic.pidfd,
  u64: basic.u64,
  text: basic.text,
  label: basic.label,
  bytes: basic.bytes,
  linger: plain(linger),
  timeval: plain(timeval),
  ucred: plain(structs.ucred),
  groups: basic.groups,
  address: socket.address,
  filter: socket.filter,
  timestamping: socket.timestamping,
  txtime: plain(structs.sockTxtime),
  meminfo: socket.meminfo,
  tcpInfo: plain(tcpInfo),
  md5sig: internet.md5sig,
  repairOptions: internet.repairOptions,
  repairWindow: plain(structs.tcpRepairWindow),
  multicastInterface: internet.multicastInterface,
  interfaceIndex: basic.interfaceIndex,
  mreqn: internet.mreqn,
  mreqSource: plain(structs.ipMreqSource),
  msfilter: internet.msfilter,
  portRange: internet.portRange,
  groupReq: internet.groupReq,
  groupSourceReq: internet.groupSourceReq,
  groupFilter: internet.groupFilter,
  ipv6Mreq: plain(structs.ipv6Mreq),
  in6Pktinfo: plain(structs.in6Pktinfo),
  mtuinfo: internet.mtuinfo,
  flowLabelRequest: setOnly((name, value) => bytesOf(structs.in6FlowlabelReq, name, value)),
  memberships: link.memberships,
  packetMreq: link.packetMreq,
  ring: link.ring,
  packetStatistics: plain(structs.tpacketStats),
  fanout: link.fanout,
  fanoutData: socket.fanoutData,
  icmpFilter: icmp.icmpFilter,
  icmp6Filter: icmp.icmp6Filter,
  lengthAlone: basic.lengthAlone,
  rolloverStats: plain(structs.rolloverStats),
};
