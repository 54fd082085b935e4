// What the messages about links and addresses say, in the words of the ip command.
import {
  AF_INET,
  AF_INET6,
  ARPHRD_CAN,
  ARPHRD_ETHER,
  ARPHRD_INFINIBAND,
  ARPHRD_IP6GRE,
  ARPHRD_IPGRE,
  ARPHRD_LOOPBACK,
  ARPHRD_NETLINK,
  ARPHRD_NONE,
  ARPHRD_PPP,
  ARPHRD_SIT,
  ARPHRD_TUNNEL,
  ARPHRD_TUNNEL6,
  ARPHRD_VOID,
  IFA_ADDRESS,
  IFA_BROADCAST,
  IFA_LABEL,
  IFA_LOCAL,
  IFF_ALLMULTI,
  IFF_AUTOMEDIA,
  IFF_BROADCAST,
  IFF_DEBUG,
  IFF_DORMANT,
  IFF_DYNAMIC,
  IFF_ECHO,
  IFF_LOOPBACK,
  IFF_LOWER_UP,
  IFF_MASTER,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_POINTOPOINT,
  IFF_PORTSEL,
  IFF_PROMISC,
  IFF_RUNNING,
  IFF_SLAVE,
  IFF_UP,
  IFLA_ADDRESS,
  IFLA_BROADCAST,
  IFLA_IFNAME,
  IFLA_LINK,
  IFLA_LINK_NETNSID,
  IFLA_MTU,
  IFLA_OPERSTATE,
  IFLA_QDISC,
  IFLA_TXQLEN,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_NOWHERE,
  RT_SCOPE_SITE,
  RT_SCOPE_UNIVERSE,
  inet_ntop,
} from 'sockcall';
import { attributes, i32, text, u16, u32 } from './message';

/** sizeof(struct ifinfomsg): family, type, index, flags, change. */
export const LINK_SIZE = 16;
/** sizeof(struct ifaddrmsg): family, length of the prefix, flags, scope, index. */
export const ADDRESS_SIZE = 8;

export interface LinkAddress {
  readonly family: string;
  readonly local: string;
  /** The other end's, on a point-to-point link. */
  readonly address?: string;
  readonly prefixlen: number;
  readonly broadcast?: string;
  readonly scope: string;
  readonly label?: string;
}

export interface Link {
  readonly ifindex: number;
  /** The index of the link that this one is upon, if that is of this network namespace. */
  readonly upon?: number;
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly qdisc: string;
  readonly operstate: string;
  readonly txqlen: number;
  readonly link_type: string;
  readonly address?: string;
  readonly broadcast?: string;
  readonly addr_info: LinkAddress[];
}

/** In the order in which ip prints them. */
const FLAGS: readonly (readonly [number, string])[] = [
  [IFF_LOOPBACK, 'LOOPBACK'],
  [IFF_BROADCAST, 'BROADCAST'],
  [IFF_POINTOPOINT, 'POINTOPOINT'],
  [IFF_MULTICAST, 'MULTICAST'],
  [IFF_NOARP, 'NOARP'],
  [IFF_ALLMULTI, 'ALLMULTI'],
  [IFF_PROMISC, 'PROMISC'],
  [IFF_MASTER, 'MASTER'],
  [IFF_SLAVE, 'SLAVE'],
  [IFF_DEBUG, 'DEBUG'],
  [IFF_DYNAMIC, 'DYNAMIC'],
  [IFF_AUTOMEDIA, 'AUTOMEDIA'],
  [IFF_PORTSEL, 'PORTSEL'],
  [IFF_NOTRAILERS, 'NOTRAILERS'],
  [IFF_UP, 'UP'],
  [IFF_LOWER_UP, 'LOWER_UP'],
  [IFF_DORMANT, 'DORMANT'],
  [IFF_ECHO, 'ECHO'],
];

const TYPES = new Map([
  [ARPHRD_LOOPBACK, 'loopback'],
  [ARPHRD_ETHER, 'ether'],
  [ARPHRD_INFINIBAND, 'infiniband'],
  [ARPHRD_PPP, 'ppp'],
  [ARPHRD_TUNNEL, 'ipip'],
  [ARPHRD_TUNNEL6, 'tunnel6'],
  [ARPHRD_SIT, 'sit'],
  [ARPHRD_IPGRE, 'gre'],
  [ARPHRD_IP6GRE, 'gre6'],
  [ARPHRD_CAN, 'can'],
  [ARPHRD_NETLINK, 'netlink'],
  [ARPHRD_VOID, 'void'],
  [ARPHRD_NONE, 'none'],
]);
/** Links whose address is that of an IP tunnel's end. */
const IPV4_ENDS = [ARPHRD_TUNNEL, ARPHRD_SIT, ARPHRD_IPGRE];
const IPV6_ENDS = [ARPHRD_TUNNEL6, ARPHRD_IP6GRE];

/** By number. */
const STATES = ['UNKNOWN', 'NOTPRESENT', 'DOWN', 'LOWERLAYERDOWN', 'TESTING', 'DORMANT', 'UP'];

const SCOPES = new Map([
  [RT_SCOPE_UNIVERSE, 'global'],
  [RT_SCOPE_SITE, 'site'],
  [RT_SCOPE_LINK, 'link'],
  [RT_SCOPE_HOST, 'host'],
  [RT_SCOPE_NOWHERE, 'nowhere'],
]);

/** A link: struct ifinfomsg and its attributes. */
export function linkOf(message: Uint8Array): Link {
  const found = attributes(message, LINK_SIZE);
  const type = u16(message, 2);
  const [address, broadcast] = [found.get(IFLA_ADDRESS), found.get(IFLA_BROADCAST)];
  const upon = found.has(IFLA_LINK_NETNSID) ? undefined : found.get(IFLA_LINK);
  return {
    ifindex: i32(message, 4),
    ...(upon && { upon: u32(upon) }),
    ifname: text(found.get(IFLA_IFNAME)!),
    flags: flagsOf(u32(message, 8)),
    mtu: u32(found.get(IFLA_MTU)!),
    qdisc: text(found.get(IFLA_QDISC)!),
    operstate: STATES[found.get(IFLA_OPERSTATE)?.[0] ?? 0]!,
    txqlen: u32(found.get(IFLA_TXQLEN)!),
    link_type: TYPES.get(type) ?? `[${type}]`,
    ...(address && { address: linkAddress(type, address) }),
    ...(broadcast && { broadcast: linkAddress(type, broadcast) }),
    addr_info: [],
  };
}

function flagsOf(bits: number): string[] {
  const names = FLAGS.filter(([flag]) => (bits & flag) !== 0).map(([, name]) => name);
  return (bits & IFF_UP) !== 0 && (bits & IFF_RUNNING) === 0 ? ['NO-CARRIER', ...names] : names;
}

function linkAddress(type: number, bytes: Uint8Array): string {
  if (bytes.length === 4 && IPV4_ENDS.includes(type)) return inet_ntop(AF_INET, bytes);
  if (bytes.length === 16 && IPV6_ENDS.includes(type)) return inet_ntop(AF_INET6, bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}

/** An address: struct ifaddrmsg and its attributes. */
export function addressOf(message: Uint8Array): LinkAddress & { readonly ifindex: number } {
  const found = attributes(message, ADDRESS_SIZE);
  const [family, prefixlen, , scope] = message as unknown as [number, number, number, number];
  const peer = found.get(IFA_ADDRESS)!;
  // IPv6 has only the one, unless there is another end.
  const local = found.get(IFA_LOCAL) ?? peer;
  const [broadcast, label] = [found.get(IFA_BROADCAST), found.get(IFA_LABEL)];
  return {
    ifindex: u32(message, 4),
    family: family === AF_INET ? 'inet' : 'inet6',
    local: inet_ntop(family, local),
    ...(!Buffer.from(local).equals(peer) && { address: inet_ntop(family, peer) }),
    prefixlen,
    ...(broadcast && { broadcast: inet_ntop(family, broadcast) }),
    scope: SCOPES.get(scope) ?? String(scope),
    ...(label && { label: text(label) }),
  };
}
