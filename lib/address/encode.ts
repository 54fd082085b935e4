import { types } from 'node:util';
import { AF_UNSPEC } from '../core/constant';
import type {
  Address,
  Inet6Address,
  InetAddress,
  NetlinkAddress,
  OtherAddress,
  PacketAddress,
  VsockAddress,
} from '../core/address';
import { checkInt, checkUint } from '../core/check';
import { outOfRange, unavailable, wrongType, wrongValue } from '../core/misuse';
import { native } from '../core/native';

const UINT8 = 0xff;
const UINT16 = 0xffff;
const UINT32 = 0xffffffff;
const FAMILIES = "must be 'inet', 'inet6', 'unix', 'netlink', 'packet', 'vsock', 'unspec' or a number";
const NO_BYTES = new Uint8Array(0);
const LINK_ADDRESS = /^(?:[0-9a-f]{2}(?::[0-9a-f]{2})*)?$/i;
const utf8 = new TextEncoder();

/** Writes an address into the bytes of a Sockaddr. Each property is read once, before anything is written. */
export function encodeInto(target: Uint8Array, address: Address): void {
  if (typeof address !== 'object' || address === null) throw wrongType('address', 'an address object', address);
  const family: unknown = address.family;
  switch (family) {
    case 'inet':
      return encodeInet(target, address as InetAddress);
    case 'inet6':
      return encodeInet6(target, address as Inet6Address);
    case 'unix':
      return encodeUnix(target, address as { path?: unknown; abstract?: unknown });
    case 'netlink':
      return encodeNetlink(target, address as NetlinkAddress);
    case 'packet':
      return encodePacket(target, address as PacketAddress);
    case 'vsock':
      return encodeVsock(target, address as VsockAddress);
    case 'unspec':
      native.encodeOther(target, AF_UNSPEC, NO_BYTES);
      return;
    default:
      if (typeof family === 'number') return encodeOther(target, family, (address as OtherAddress).data);
      throw wrongValue('address.family', FAMILIES, family);
  }
}

function encodeInet(target: Uint8Array, { address, port }: InetAddress): void {
  checkText('address.address', address);
  checkUint('address.port', port, UINT16);
  if (!native.encodeInet(target, address, port)) {
    throw wrongValue('address.address', 'must be an IPv4 address like 127.0.0.1 (names are not looked up)', address);
  }
}

function encodeInet6(target: Uint8Array, { address, port, flowInfo = 0, scopeId = 0 }: Inet6Address): void {
  checkText('address.address', address);
  checkUint('address.port', port, UINT16);
  checkUint('address.flowInfo', flowInfo, UINT32);
  checkUint('address.scopeId', scopeId, UINT32);
  if (!native.encodeInet6(target, address, port, flowInfo, scopeId)) {
    const reason = 'must be an IPv6 address like ::1 (names are not looked up, a zone is given as scopeId)';
    throw wrongValue('address.address', reason, address);
  }
}

function encodeUnix(target: Uint8Array, { path, abstract }: { path?: unknown; abstract?: unknown }): void {
  if (path !== undefined && abstract !== undefined) {
    throw wrongValue('address', 'must have a path or an abstract name, not both', { path, abstract });
  }
  if (path !== undefined) return encodeUnixPath(target, nameBytes('address.path', path), path);
  if (abstract === undefined) return putUnix('address', target, NO_BYTES, false);
  if (process.platform !== 'linux') throw wrongValue('address.abstract', 'exists on Linux only', abstract);
  const name = nameBytes('address.abstract', abstract);
  const sunPath = new Uint8Array(name.length + 1);
  sunPath.set(name, 1);
  putUnix('address.abstract', target, sunPath, false);
}

function encodeUnixPath(target: Uint8Array, bytes: Uint8Array, path: unknown): void {
  if (bytes.length === 0) throw wrongValue('address.path', "must not be empty; { family: 'unix' } is unnamed", path);
  if (bytes.includes(0)) throw wrongValue('address.path', 'must not contain a NUL, which would end it', path);
  putUnix('address.path', target, bytes, true);
}

function putUnix(name: string, target: Uint8Array, sunPath: Uint8Array, terminated: boolean): void {
  if (!native.encodeUnix(target, sunPath, terminated)) {
    const taken = terminated ? 0 : 1;
    throw outOfRange(name, `at most ${native.sunPathSize - taken} bytes long`, sunPath.length - taken);
  }
}

function encodeNetlink(target: Uint8Array, { pid, groups }: NetlinkAddress): void {
  if (native.encodeNetlink === undefined) throw unavailable('netlink');
  checkUint('address.pid', pid, UINT32);
  checkUint('address.groups', groups, UINT32);
  native.encodeNetlink(target, pid, groups);
}

function encodePacket(target: Uint8Array, packet: PacketAddress): void {
  if (native.encodePacket === undefined) throw unavailable('packet');
  const { protocol, ifindex, hatype = 0, pkttype = 0, address = NO_BYTES } = packet;
  checkUint('address.protocol', protocol, UINT16);
  checkInt('address.ifindex', ifindex);
  checkUint('address.hatype', hatype, UINT16);
  checkUint('address.pkttype', pkttype, UINT8);
  const link = linkBytes('address.address', address);
  if (!native.encodePacket(target, protocol, ifindex, hatype, pkttype, link)) {
    throw outOfRange('address.address', `at most ${native.linkAddressSize!} bytes long`, link.length);
  }
}

function encodeVsock(target: Uint8Array, { cid, port, flags = 0 }: VsockAddress): void {
  if (native.encodeVsock === undefined) throw unavailable('vsock');
  checkUint('address.cid', cid, UINT32);
  checkUint('address.port', port, UINT32);
  checkUint('address.flags', flags, UINT8);
  if (!native.encodeVsock(target, cid, port, flags)) throw wrongValue('address.flags', 'must be 0 here', flags);
}

function encodeOther(target: Uint8Array, family: number, data: unknown): void {
  checkUint('address.family', family, UINT16);
  if (!types.isUint8Array(data)) throw wrongType('address.data', 'an instance of Uint8Array', data);
  const bytes = copied('address.data', data);
  if (!native.encodeOther(target, family, bytes)) {
    throw outOfRange('address.data', `at most ${native.sockaddrDataSize} bytes long`, bytes.length);
  }
}

function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  // C would stop reading there and take the rest for nothing.
  if (value.includes('\0')) throw wrongValue(name, 'must not contain a NUL', value);
}

function linkBytes(name: string, value: unknown): Uint8Array {
  if (types.isUint8Array(value)) return copied(name, value);
  if (typeof value !== 'string') throw wrongType(name, 'of type string or an instance of Uint8Array', value);
  if (!LINK_ADDRESS.test(value)) throw wrongValue(name, 'must be a link address like 02:00:5e:10:00:01', value);
  return value === '' ? NO_BYTES : Uint8Array.from(value.split(':'), (byte) => parseInt(byte, 16));
}

function nameBytes(name: string, value: unknown): Uint8Array {
  if (typeof value === 'string') return utf8.encode(value);
  if (types.isUint8Array(value)) return copied(name, value);
  throw wrongType(name, 'of type string or an instance of Uint8Array', value);
}

/** The bytes as they are now, whatever properties the object claims to have. */
function copied(name: string, bytes: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(bytes);
  } catch {
    throw wrongValue(name, 'must not be detached', bytes);
  }
}
