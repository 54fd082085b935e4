import type { Inet6Address, InetAddress } from '../core/address';
import type { Fd } from '../core/fd';
import type { In6Pktinfo, Timespec, Timeval, Ucred } from '../core/option/values';
import type { ExtendedError, InPktinfo, PacketAuxiliary, PacketOrigin, Timestamps } from './structs';

/** What the control messages that can be received have beside name, level and type. */
export interface ReceivedControlFields {
  /** Descriptors that the sender passed on, now open here: whoever receives them closes them. */
  SCM_RIGHTS: { fds: Fd[] };
  /** Who sent it (SO_PASSCRED). */
  SCM_CREDENTIALS: Ucred;
  /** A pidfd of the sender (SO_PASSPIDFD), open here; negative if the kernel could make none. */
  SCM_PIDFD: { pidfd: Fd };
  /** The sender's security label (SO_PASSSEC). */
  SCM_SECURITY: { label: Uint8Array };
  /** When the packet arrived (SO_TIMESTAMP). */
  SCM_TIMESTAMP: { time: Timeval };
  /** When the packet arrived (SO_TIMESTAMPNS). */
  SCM_TIMESTAMPNS: { time: Timespec };
  /** Stamps of a packet that arrived or was sent (SO_TIMESTAMPING). */
  SCM_TIMESTAMPING: Timestamps;
  /** Statistics of the TCP connection at the time of a stamp, as netlink attributes. */
  SCM_TIMESTAMPING_OPT_STATS: { attributes: Uint8Array };
  /** Which device received the packet that the hardware stamped. */
  SCM_TIMESTAMPING_PKTINFO: PacketOrigin;
  /** How many datagrams were dropped for lack of space since the socket was made (SO_RXQ_OVFL). */
  SO_RXQ_OVFL: { dropped: number };
  /** Whether a frame that was sent over Wi-Fi was acknowledged (SO_WIFI_STATUS). */
  SCM_WIFI_STATUS: { acknowledged: boolean };
  /** How many bytes are left to be read from a unix stream socket (SO_INQ). */
  SCM_INQ: { unread: number };
  /** The mark of the packet (SO_RCVMARK). */
  SO_MARK: { mark: number };
  /** The priority of the packet (SO_RCVPRIORITY). */
  SO_PRIORITY: { priority: number };

  /** Where the packet came in, and to which address (IP_PKTINFO). */
  IP_PKTINFO: InPktinfo;
  /** Time to live of the packet (IP_RECVTTL). */
  IP_TTL: { ttl: number };
  /** Type of service of the packet (IP_RECVTOS). */
  IP_TOS: { tos: number };
  /** What the error queue tells (IP_RECVERR), and who caused it, if anybody did. */
  IP_RECVERR: { error: ExtendedError; offender: InetAddress | undefined };
  /** The destination that the packet had before it was redirected (IP_RECVORIGDSTADDR). */
  IP_ORIGDSTADDR: { address: InetAddress };
  /** The IP options of the packet (IP_RECVOPTS). */
  IP_RECVOPTS: { options: Uint8Array };
  /** The IP options of the packet, made ready to be sent back (IP_RETOPTS). */
  IP_RETOPTS: { options: Uint8Array };
  /** The checksum of the packet's payload (IP_CHECKSUM). */
  IP_CHECKSUM: { checksum: number };
  /** The size of the largest fragment that the packet came in (IP_RECVFRAGSIZE). */
  IP_RECVFRAGSIZE: { size: number };

  /** Where the packet came in, and to which address (IPV6_RECVPKTINFO). */
  IPV6_PKTINFO: In6Pktinfo;
  /** Hop limit of the packet (IPV6_RECVHOPLIMIT). */
  IPV6_HOPLIMIT: { hopLimit: number };
  /** Traffic class of the packet (IPV6_RECVTCLASS). */
  IPV6_TCLASS: { trafficClass: number };
  /** What the error queue tells (IPV6_RECVERR), and who caused it, if anybody did. */
  IPV6_RECVERR: { error: ExtendedError; offender: Inet6Address | undefined };
  /** The destination that the packet had before it was redirected (IPV6_RECVORIGDSTADDR). */
  IPV6_ORIGDSTADDR: { address: Inet6Address };
  /** The size of the largest fragment that the packet came in (IPV6_RECVFRAGSIZE). */
  IPV6_RECVFRAGSIZE: { size: number };
  /** Traffic class and flow label of the packet (IPV6_FLOWINFO). */
  IPV6_FLOWINFO: { flowInfo: number };
  /** A path whose MTU is smaller than a packet that was sent (IPV6_RECVPATHMTU). */
  IPV6_PATHMTU: { address: Inet6Address; mtu: number };
  /** The routing header of the packet (IPV6_RECVRTHDR). */
  IPV6_RTHDR: { header: Uint8Array };
  /** The hop-by-hop options of the packet (IPV6_RECVHOPOPTS). */
  IPV6_HOPOPTS: { header: Uint8Array };
  /** The destination options of the packet (IPV6_RECVDSTOPTS). */
  IPV6_DSTOPTS: { header: Uint8Array };

  /** The size of each of the datagrams that were received as one (UDP_GRO). */
  UDP_GRO: { size: number };
  /** How many bytes are left to be read (TCP_INQ). */
  TCP_CM_INQ: { unread: number };
  /** The type of the TLS record that the bytes are of. */
  TLS_GET_RECORD_TYPE: { recordType: number };
  /** What the device said of the packet (PACKET_AUXDATA). */
  PACKET_AUXDATA: PacketAuxiliary;
  /** What the error queue of a packet socket tells; the stamps are in a message of their own. */
  PACKET_TX_TIMESTAMP: { error: ExtendedError };
  /** The multicast group that the message was sent to, 0 if to this socket alone (NETLINK_PKTINFO). */
  NETLINK_PKTINFO: { group: number };
  /** The network namespace that the message is from (NETLINK_LISTEN_ALL_NSID). */
  NETLINK_LISTEN_ALL_NSID: { nsid: number };
}

/** What the control messages that can be sent have beside their name. */
export interface SentControlFields {
  /** Descriptors to pass on; they stay open here. */
  SCM_RIGHTS: { fds: readonly Fd[] };
  /** Whom the receiver is to see as the sender; the kernel lets the privileged name others than themselves. */
  SCM_CREDENTIALS: Ucred;
  /** When to send it, in nanoseconds of the clock that SO_TXTIME names. */
  SCM_TXTIME: { nanoseconds: bigint | number };
  /** The number that the stamps of this send shall have, in place of the kernel's count. */
  SCM_TS_OPT_ID: { id: number };
  /** Which stamps of sending this message shall have: SOF_TIMESTAMPING_TX_ flags. */
  SO_TIMESTAMPING: { flags: number };
  /** The mark of the packet; needs CAP_NET_ADMIN or CAP_NET_RAW. */
  SO_MARK: { mark: number };
  /** The priority of the packet. */
  SO_PRIORITY: { priority: number };

  /** The interface to send by and the source address. */
  IP_PKTINFO: { ifindex?: number; specDst?: string; addr?: string };
  /** Time to live of the packet. */
  IP_TTL: { ttl: number };
  /** Type of service of the packet. */
  IP_TOS: { tos: number };
  /** IP options of the packet. */
  IP_RETOPTS: { options: Uint8Array };
  /** The protocol for which the route is looked up, where the program writes the header itself (IPPROTO_RAW). */
  IP_PROTOCOL: { protocol: number };

  /** The source address and the interface to send by. */
  IPV6_PKTINFO: { addr?: string; ifindex?: number };
  /** Hop limit of the packet; -1 for the usual one. */
  IPV6_HOPLIMIT: { hopLimit: number };
  /** Traffic class of the packet; -1 for the usual one. */
  IPV6_TCLASS: { trafficClass: number };
  /** Whether the packet must not be fragmented. */
  IPV6_DONTFRAG: { dontFragment: boolean };
  /** Flow label of the packet. */
  IPV6_FLOWINFO: { flowInfo: number };
  /** Routing header of the packet. */
  IPV6_RTHDR: { header: Uint8Array };
  /** Hop-by-hop options of the packet; need CAP_NET_RAW. */
  IPV6_HOPOPTS: { header: Uint8Array };
  /** Destination options of the packet; need CAP_NET_RAW. */
  IPV6_DSTOPTS: { header: Uint8Array };
  /** Destination options before the routing header; need CAP_NET_RAW. */
  IPV6_RTHDRDSTOPTS: { header: Uint8Array };

  /** The size of the datagrams into which the bytes are cut. */
  UDP_SEGMENT: { size: number };
  /** The type of the TLS record in which the bytes go out. */
  TLS_SET_RECORD_TYPE: { recordType: number };
  /** The initialisation vector. */
  ALG_SET_IV: { iv: Uint8Array };
  /** ALG_OP_ENCRYPT or ALG_OP_DECRYPT. */
  ALG_SET_OP: { op: number };
  /** How many of the first bytes are authenticated and not encrypted. */
  ALG_SET_AEAD_ASSOCLEN: { length: number };
}
