/** The shape of an option's value: what it is in TypeScript when it is read and when it is set, and in short for a list. */
export interface Shape {
  readonly get: string;
  /** If it is not what is read. */
  readonly set?: string;
  readonly text: string;
}

/** The shapes by name. From here come the types of the constants; lib/option has a codec for each. */
export const shapes = {
  flag: { get: 'boolean', set: 'boolean | number', text: 'on or off' },
  int: { get: 'number', text: 'an integer' },
  u32: { get: 'number', text: 'an unsigned integer' },
  pidfd: { get: 'Fd', text: 'a new descriptor' },
  u64: { get: 'bigint', set: 'bigint | number', text: 'a 64-bit integer' },
  text: { get: 'string', text: 'text of at most 15 bytes' },
  label: { get: 'string', text: 'text' },
  bytes: { get: 'Uint8Array', set: 'Bytes', text: 'bytes' },
  linger: { get: 'Linger', text: '{ onoff, linger }' },
  timeval: { get: 'Timeval', text: '{ seconds, microseconds }' },
  ucred: { get: 'Ucred', text: '{ pid, uid, gid }' },
  groups: { get: 'number[]', text: 'a list of group numbers' },
  address: { get: 'Address', text: 'an address' },
  filter: { get: 'FilterInstruction[]', set: 'readonly FilterInstruction[]', text: 'a list of { code, jt, jf, k }' },
  timestamping: {
    get: 'Timestamping',
    set: 'number | Timestamping',
    text: '{ flags, bindPhc }; set also by flags alone',
  },
  txtime: { get: 'Txtime', text: '{ clockid, flags }' },
  meminfo: { get: 'Meminfo', text: 'nine counters, { rmemAlloc, rcvbuf, … }' },
  tcpInfo: { get: 'TcpInfo', text: '{ state, rttMicroseconds, … }' },
  md5sig: { get: 'Md5sig', text: '{ address, key, flags?, prefixlen?, ifindex? }' },
  repairOptions: { get: 'RepairOption[]', set: 'readonly RepairOption[]', text: 'a list of { code, value }' },
  repairWindow: { get: 'RepairWindow', text: '{ sndWl1, sndWnd, maxWindow, rcvWnd, rcvWup }' },
  multicastInterface: {
    get: 'string',
    set: 'string | Mreqn',
    text: 'an IPv4 address of the interface; set also by { multiaddr, address, ifindex }',
  },
  interfaceIndex: { get: 'number', text: 'the index of an interface' },
  mreqn: { get: 'Mreqn', set: 'Mreq | Mreqn', text: '{ multiaddr, interface } or { multiaddr, address, ifindex }' },
  mreqSource: { get: 'MreqSource', text: '{ multiaddr, interface, sourceaddr }' },
  msfilter: { get: 'Msfilter', text: '{ multiaddr, interface, fmode, slist }' },
  portRange: { get: 'PortRange', text: '{ low, high }' },
  groupReq: { get: 'GroupReq', text: '{ interface, group }' },
  groupSourceReq: { get: 'GroupSourceReq', text: '{ interface, group, source }' },
  groupFilter: { get: 'GroupFilter', text: '{ interface, group, fmode, slist }' },
  ipv6Mreq: { get: 'Ipv6Mreq', text: '{ multiaddr, interface }' },
  in6Pktinfo: { get: 'In6Pktinfo', text: '{ addr, ifindex }' },
  mtuinfo: { get: 'Mtuinfo', text: '{ address, mtu }' },
  flowLabelRequest: { get: 'FlowLabelRequest', text: '{ dst, label, action, share, flags, expires, linger }' },
  memberships: { get: 'number[]', text: 'a list of group numbers' },
  packetMreq: { get: 'PacketMreq', text: '{ ifindex, type, address }' },
  ring: { get: 'Ring', text: '{ blockSize, blockNr, frameSize, frameNr, … }' },
  packetStatistics: { get: 'PacketStatistics', text: '{ packets, drops, freezeQCnt }' },
  fanout: {
    get: 'number',
    set: 'number | FanoutArgs',
    text: 'an integer; set also by { id, typeFlags, maxNumMembers }',
  },
  fanoutData: {
    get: 'FilterInstruction[]',
    set: 'number | readonly FilterInstruction[]',
    text: 'a list of { code, jt, jf, k }, or a descriptor',
  },
  icmpFilter: {
    get: 'IcmpFilter',
    set: 'IcmpFilterSetting',
    text: '{ block }: types of messages; set also by { pass }',
  },
  icmp6Filter: {
    get: 'IcmpFilter',
    set: 'IcmpFilterSetting',
    text: '{ block }: types of messages; set also by { pass }',
  },
  lengthAlone: { get: 'number', text: 'an integer' },
  rolloverStats: { get: 'RolloverStats', text: '{ all, huge, failed }' },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
