/** No address: in connect() it dissolves the association of a datagram socket. */
export interface UnspecAddress {
  readonly family: 'unspec';
}

/** An IPv4 address and port. */
export interface InetAddress {
  readonly family: 'inet';
  /** Dotted decimal: `'127.0.0.1'`. Names are not looked up. */
  readonly address: string;
  /** 0 to 65535; for bind() 0 asks the kernel to choose. */
  readonly port: number;
}

/** An IPv6 address and port. */
export interface Inet6Address {
  readonly family: 'inet6';
  /** `'::1'`. A zone is given as scopeId, not after a percent sign. */
  readonly address: string;
  readonly port: number;
  /** The interface's index, which a link-local address needs; 0 if absent. */
  readonly scopeId?: number | undefined;
  /** Traffic class and flow label, in host byte order; 0 if absent. */
  readonly flowInfo?: number | undefined;
}

/** A unix address in the file system. */
export interface UnixPathAddress {
  readonly family: 'unix';
  /** Text, or the bytes themselves; what is not UTF-8 comes back as bytes. At most 108 bytes on Linux, 104 on macOS. */
  readonly path: string | Uint8Array;
  readonly abstract?: undefined;
}

/** A unix address in Linux's abstract namespace: a counted name of any bytes, gone when the socket is closed. */
export interface UnixAbstractAddress {
  readonly family: 'unix';
  readonly abstract: string | Uint8Array;
  readonly path?: undefined;
}

/** A unix socket without a name; in bind() Linux chooses an abstract name of its own. */
export interface UnixUnnamedAddress {
  readonly family: 'unix';
  readonly path?: undefined;
  readonly abstract?: undefined;
}

export type UnixAddress = UnixPathAddress | UnixAbstractAddress | UnixUnnamedAddress;

/** A netlink address: who of this machine's programs, or the kernel. Linux. */
export interface NetlinkAddress {
  readonly family: 'netlink';
  /** The port of a socket, which is mostly its process's id; 0 is the kernel, and in bind() leaves it to the kernel. */
  readonly pid: number;
  /** A bit for each of the first 32 multicast groups. */
  readonly groups: number;
}

/** A link-layer address: an interface, and for a frame who sent it or shall get it. Linux. */
export interface PacketAddress {
  readonly family: 'packet';
  /**
   * The protocol in host byte order: ETH_P_IP, ETH_P_ALL; 0 in bind() keeps the socket's. socket() itself takes it in
   * network byte order, `htons(ETH_P_IP)`.
   */
  readonly protocol: number;
  /** The interface; 0 for all of them. */
  readonly ifindex: number;
  /** What kind of link it is (ARPHRD_ETHER); the kernel tells it and does not ask for it. 0 if absent. */
  readonly hatype?: number | undefined;
  /** To whom a frame went (PACKET_HOST, PACKET_OUTGOING); the kernel tells it and does not ask for it. 0 if absent. */
  readonly pkttype?: number | undefined;
  /** The link's address: comes as text like `'02:00:5e:10:00:01'`, empty if there is none; is taken as bytes too. */
  readonly address?: string | Uint8Array | undefined;
}

/** An address of a virtual machine or its host. Linux, macOS. */
export interface VsockAddress {
  readonly family: 'vsock';
  /** The context id of a machine: VMADDR_CID_HOST, VMADDR_CID_ANY, a guest's number. */
  readonly cid: number;
  /** 32 bits, other than a TCP port; VMADDR_PORT_ANY in bind() leaves it to the kernel. */
  readonly port: number;
  /** VMADDR_FLAG_TO_HOST; 0 if absent. */
  readonly flags?: number | undefined;
}

/** An address of a family that has no form here: the family's number, and the bytes that follow it in the structure. */
export interface OtherAddress {
  readonly family: number;
  readonly data: Uint8Array;
}

export type Address =
  | UnspecAddress
  | InetAddress
  | Inet6Address
  | UnixAddress
  | NetlinkAddress
  | PacketAddress
  | VsockAddress
  | OtherAddress;

/** The addresses of a family; all of them if the family is not known. */
export type AddressOf<F> = Extract<Address, { readonly family: F }>;

/**
 * An address as error messages show it: `127.0.0.1:80`, `[::1%2]:80`, `/run/x.sock`, `@name`, `netlink:1234`,
 * `packet:0x0800%2`, `vsock:2:1024`.
 */
export function formatAddress(address: Address): string {
  switch (address.family) {
    case 'inet':
      return `${address.address}:${address.port}`;
    case 'inet6':
      return `[${address.address}${address.scopeId ? `%${address.scopeId}` : ''}]:${address.port}`;
    case 'unix':
      if (address.path !== undefined) return text(address.path);
      return address.abstract === undefined ? '(unnamed)' : `@${text(address.abstract)}`;
    case 'netlink':
      return `netlink:${address.pid}${address.groups === 0 ? '' : ` (groups ${hex(address.groups, 1)})`}`;
    case 'packet':
      return packetText(address);
    case 'vsock':
      return `vsock:${address.cid}:${address.port}`;
    case 'unspec':
      return '(unspecified)';
    default:
      return `family ${address.family} ${Buffer.from(address.data).toString('hex')}`;
  }
}

function text(name: string | Uint8Array): string {
  return typeof name === 'string' ? name : Buffer.from(name).toString('latin1');
}

function packetText({ protocol, ifindex, address = '' }: PacketAddress): string {
  const link = linkText(address);
  return `packet:${hex(protocol, 4)}%${ifindex}${link === '' ? '' : ` ${link}`}`;
}

/** A link's address as text: `02:00:5e:10:00:01`. */
export function linkText(address: string | Uint8Array): string {
  if (typeof address === 'string') return address;
  return Array.from(address, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}

function hex(number: number, digits: number): string {
  return `0x${number.toString(16).padStart(digits, '0')}`;
}
