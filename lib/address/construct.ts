import type {
  Inet6Address,
  InetAddress,
  NetlinkAddress,
  PacketAddress,
  UnixAbstractAddress,
  UnixPathAddress,
  UnixUnnamedAddress,
  UnspecAddress,
  VsockAddress,
} from '../core/address';

/** An IPv4 address: `inet('127.0.0.1', 8080)`. */
export function inet(address: string, port: number): InetAddress {
  return { family: 'inet', address, port };
}

/** An IPv6 address: `inet6('::1', 8080)`; a link-local one with the index of its interface. */
export function inet6(address: string, port: number, scopeId = 0, flowInfo = 0): Inet6Address {
  return { family: 'inet6', address, port, scopeId, flowInfo };
}

/** A unix address: `unix('/run/app.sock')` in the file system, `unix()` unnamed. */
export function unix(): UnixUnnamedAddress;
export function unix(path: string | Uint8Array): UnixPathAddress;
export function unix(path?: string | Uint8Array): UnixPathAddress | UnixUnnamedAddress {
  return path === undefined ? { family: 'unix' } : { family: 'unix', path };
}

/** A unix address in Linux's abstract namespace: `abstract('app')`, which tools show as `@app`. */
export function abstract(name: string | Uint8Array): UnixAbstractAddress {
  return { family: 'unix', abstract: name };
}

/** A netlink address: `netlink()` is the kernel, or in bind() a port of its choice. Linux. */
export function netlink(pid = 0, groups = 0): NetlinkAddress {
  return { family: 'netlink', pid, groups };
}

/** A link-layer address: `packet(ETH_P_IP, ifindex)` to bind to, with a link's address to send to. Linux. */
export function packet(protocol: number, ifindex: number, address: string | Uint8Array = ''): PacketAddress {
  return { family: 'packet', protocol, ifindex, address };
}

/** An address of a virtual machine or its host: `vsock(VMADDR_CID_HOST, 1024)`. Linux, macOS. */
export function vsock(cid: number, port: number, flags = 0): VsockAddress {
  return { family: 'vsock', cid, port, flags };
}

/** The address that dissolves an association: `connect(fd, unspec())`. */
export function unspec(): UnspecAddress {
  return { family: 'unspec' };
}
