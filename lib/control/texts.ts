import type { ControlName } from './message';

/** For documents: the fields that a control message has beside name, level and type, and one line of meaning. */
export const controlTexts: Readonly<Record<ControlName, { readonly shape: string; readonly meaning: string }>> = {
  SCM_RIGHTS: {
    shape: 'fds: Fd[]',
    meaning: 'Descriptors that are passed on; those received are open and belong to the receiver.',
  },
  SCM_CREDENTIALS: {
    shape: 'pid: number, uid: number, gid: number',
    meaning: 'Process, user and group of the sender, vouched for by the kernel (SO_PASSCRED).',
  },
  SCM_PIDFD: {
    shape: 'pidfd: Fd',
    meaning:
      'A pidfd of the sender (SO_PASSPIDFD), which is open and belongs to the receiver; negative if there is none.',
  },
  SCM_SECURITY: { shape: 'label: Uint8Array', meaning: 'Security label of the sender (SO_PASSSEC).' },
  SO_RXQ_OVFL: {
    shape: 'dropped: number',
    meaning: 'How many datagrams the socket has dropped for lack of space; absent while there is none.',
  },
  SCM_WIFI_STATUS: {
    shape: 'acknowledged: boolean',
    meaning: 'Whether a frame that was sent over Wi-Fi was acknowledged (SO_WIFI_STATUS), from the error queue.',
  },
  SCM_INQ: {
    shape: 'unread: number',
    meaning: 'How many bytes are left to be read from a unix stream socket (SO_INQ).',
  },
  SO_MARK: {
    shape: 'mark: number',
    meaning: 'Mark of the packet for routing and firewall rules; received with SO_RCVMARK, sent with CAP_NET_ADMIN.',
  },
  SO_PRIORITY: { shape: 'priority: number', meaning: 'Priority of the packet; received with SO_RCVPRIORITY.' },
  SCM_TIMESTAMP: {
    shape: 'time: { seconds: number, microseconds: number }',
    meaning: 'When the packet arrived (SO_TIMESTAMP).',
  },
  SCM_TIMESTAMPNS: {
    shape: 'time: { seconds: number, nanoseconds: number }',
    meaning: 'When the packet arrived (SO_TIMESTAMPNS).',
  },
  SCM_TIMESTAMPING: {
    shape: 'software, deprecated, hardware: { seconds: number, nanoseconds: number }',
    meaning: 'Stamps of a packet that arrived, or from the error queue of one that was sent (SO_TIMESTAMPING).',
  },
  SCM_TIMESTAMPING_OPT_STATS: {
    shape: 'attributes: Uint8Array',
    meaning:
      'Statistics of the TCP connection at the time of a stamp, as netlink attributes (SOF_TIMESTAMPING_OPT_STATS).',
  },
  SCM_TIMESTAMPING_PKTINFO: {
    shape: 'ifindex: number, length: number',
    meaning: 'Which interface received a packet that the hardware stamped (SOF_TIMESTAMPING_OPT_PKTINFO).',
  },
  SO_TIMESTAMPING: {
    shape: 'flags: number',
    meaning: 'Which stamps of sending this message shall have: SOF_TIMESTAMPING_TX_ flags.',
  },
  SCM_TS_OPT_ID: {
    shape: 'id: number',
    meaning: 'The number that the stamps of this send shall have (SOF_TIMESTAMPING_OPT_ID).',
  },
  SCM_TXTIME: {
    shape: 'nanoseconds: bigint',
    meaning: 'When the packet is to be sent, on the clock that SO_TXTIME names.',
  },
  IP_PKTINFO: {
    shape: 'ifindex: number, specDst: string, addr: string',
    meaning:
      'Interface, local address and destination of the packet; sent: interface and source (specDst), each optional.',
  },
  IP_TTL: { shape: 'ttl: number', meaning: 'Time to live of the packet; received with IP_RECVTTL.' },
  IP_TOS: { shape: 'tos: number', meaning: 'Type of service of the packet; received with IP_RECVTOS, as one byte.' },
  IP_RECVERR: {
    shape: 'error: { errno, origin, type, code, info, data }, offender: InetAddress | undefined',
    meaning: 'From the error queue: an error, or what a timestamp or a notice is about; and who caused it.',
  },
  IP_ORIGDSTADDR: {
    shape: 'address: InetAddress',
    meaning: 'The destination that the packet had before it was redirected (IP_RECVORIGDSTADDR).',
  },
  IP_RECVOPTS: { shape: 'options: Uint8Array', meaning: 'IP options of the packet (IP_RECVOPTS).' },
  IP_RETOPTS: {
    shape: 'options: Uint8Array',
    meaning: 'IP options of the packet, made ready to be sent back (IP_RETOPTS); sent: options of this packet.',
  },
  IP_CHECKSUM: { shape: 'checksum: number', meaning: 'Checksum over the payload of the packet (IP_CHECKSUM).' },
  IP_RECVFRAGSIZE: {
    shape: 'size: number',
    meaning: 'Size of the largest fragment that the packet came in, if it came in fragments (IP_RECVFRAGSIZE).',
  },
  IP_PROTOCOL: {
    shape: 'protocol: number',
    meaning:
      'The protocol for which the route of a packet is looked up, where the program writes the header (IPPROTO_RAW).',
  },
  IPV6_PKTINFO: {
    shape: 'addr: string, ifindex: number',
    meaning: 'Destination and interface of the packet (IPV6_RECVPKTINFO); sent: source and interface, each optional.',
  },
  IPV6_HOPLIMIT: {
    shape: 'hopLimit: number',
    meaning: 'Hop limit of the packet; received with IPV6_RECVHOPLIMIT; sent: -1 for the usual one.',
  },
  IPV6_TCLASS: {
    shape: 'trafficClass: number',
    meaning: 'Traffic class of the packet; received with IPV6_RECVTCLASS; sent: -1 for the usual one.',
  },
  IPV6_RECVERR: {
    shape: 'error: { errno, origin, type, code, info, data }, offender: Inet6Address | undefined',
    meaning: 'From the error queue: an error, or what a timestamp or a notice is about; and who caused it.',
  },
  IPV6_ORIGDSTADDR: {
    shape: 'address: Inet6Address',
    meaning: 'The destination that the packet had before it was redirected (IPV6_RECVORIGDSTADDR).',
  },
  IPV6_RECVFRAGSIZE: {
    shape: 'size: number',
    meaning: 'Size of the largest fragment that the packet came in, if it came in fragments (IPV6_RECVFRAGSIZE).',
  },
  IPV6_FLOWINFO: {
    shape: 'flowInfo: number',
    meaning: 'Traffic class and flow label of the packet, in host byte order; sent: the flow label.',
  },
  IPV6_PATHMTU: {
    shape: 'address: Inet6Address, mtu: number',
    meaning: 'A path whose MTU is smaller than a packet that was sent (IPV6_RECVPATHMTU).',
  },
  IPV6_DONTFRAG: { shape: 'dontFragment: boolean', meaning: 'Whether the packet must not be fragmented.' },
  IPV6_RTHDR: { shape: 'header: Uint8Array', meaning: 'Routing header of the packet; received with IPV6_RECVRTHDR.' },
  IPV6_HOPOPTS: {
    shape: 'header: Uint8Array',
    meaning: 'Hop-by-hop options of the packet; received with IPV6_RECVHOPOPTS, sent with CAP_NET_RAW.',
  },
  IPV6_DSTOPTS: {
    shape: 'header: Uint8Array',
    meaning: 'Destination options of the packet; received with IPV6_RECVDSTOPTS, sent with CAP_NET_RAW.',
  },
  IPV6_RTHDRDSTOPTS: {
    shape: 'header: Uint8Array',
    meaning: 'Destination options that come before the routing header; sent with CAP_NET_RAW.',
  },
  UDP_SEGMENT: { shape: 'size: number', meaning: 'Cuts the bytes into datagrams of this size.' },
  UDP_GRO: {
    shape: 'size: number',
    meaning: 'Size of each of the datagrams that were received as one (UDP_GRO); the last may be shorter.',
  },
  TCP_CM_INQ: { shape: 'unread: number', meaning: 'How many bytes are left to be read (TCP_INQ).' },
  TLS_SET_RECORD_TYPE: { shape: 'recordType: number', meaning: 'Type of the TLS record in which the bytes go out.' },
  TLS_GET_RECORD_TYPE: { shape: 'recordType: number', meaning: 'Type of the TLS record that the bytes are of.' },
  ALG_SET_OP: { shape: 'op: number', meaning: 'What to do with the bytes: ALG_OP_ENCRYPT or ALG_OP_DECRYPT.' },
  ALG_SET_IV: { shape: 'iv: Uint8Array', meaning: 'Initialisation vector of a cipher.' },
  ALG_SET_AEAD_ASSOCLEN: {
    shape: 'length: number',
    meaning: 'How many of the first bytes are authenticated and not encrypted.',
  },
  PACKET_AUXDATA: {
    shape: 'status, len, snaplen, mac, net, vlanTci, vlanTpid: number',
    meaning: 'What the device said of the packet: its whole length, its VLAN tag (PACKET_AUXDATA).',
  },
  PACKET_TX_TIMESTAMP: {
    shape: 'error: { errno, origin, type, code, info, data }',
    meaning: 'From the error queue of a packet socket: which send the timestamps beside it are of.',
  },
  NETLINK_PKTINFO: {
    shape: 'group: number',
    meaning:
      'The multicast group that the message was sent to; 0 if it was sent to this socket alone (NETLINK_PKTINFO).',
  },
  NETLINK_LISTEN_ALL_NSID: {
    shape: 'nsid: number',
    meaning: 'The network namespace that the message is from (NETLINK_LISTEN_ALL_NSID).',
  },
};
