import { AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, AF_UNIX, AF_UNSPEC, AF_VSOCK } from '../core/constant';
import { type Address, linkText } from '../core/address';
import { native } from '../core/native';

// Without a byte order mark's special meaning and without replacement characters, text is exactly its bytes.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads an address from the bytes of a Sockaddr. */
export function decode(source: Uint8Array): Address | undefined {
  const fields = native.decodeSockaddr(source);
  const family = fields[0] as number | undefined;
  if (family === undefined) return undefined;
  // One that says more or less than the fields of its family comes as bytes.
  if (fields.length > 2) return decodeFields(family, fields);
  const data = fields[1] as Uint8Array;
  if (family === AF_UNIX) return decodeUnix(data);
  return family === AF_UNSPEC && data.every((byte) => byte === 0) ? { family: 'unspec' } : { family, data };
}

function decodeFields(family: number, fields: readonly unknown[]): Address | undefined {
  switch (family) {
    case AF_INET: {
      const [, address, port] = fields as [number, string, number];
      return { family: 'inet', address, port };
    }
    case AF_INET6: {
      const [, address, port, flowInfo, scopeId] = fields as [number, string, number, number, number];
      return { family: 'inet6', address, port, scopeId, flowInfo };
    }
    case AF_NETLINK: {
      const [, pid, groups] = fields as [number, number, number];
      return { family: 'netlink', pid, groups };
    }
    case AF_PACKET: {
      const [, protocol, ifindex, hatype, pkttype, link] = fields as [
        number,
        number,
        number,
        number,
        number,
        Uint8Array,
      ];
      return { family: 'packet', protocol, ifindex, hatype, pkttype, address: linkText(link) };
    }
    case AF_VSOCK: {
      const [, cid, port, flags] = fields as [number, number, number, number];
      return { family: 'vsock', cid, port, flags };
    }
    default:
      return undefined;
  }
}

function decodeUnix(sunPath: Uint8Array): Address {
  if (sunPath.length === 0) return { family: 'unix' };
  if (sunPath[0] === 0) {
    // macOS gives an unnamed socket a path of zeros; Linux gives a counted name, in which zeros count.
    return process.platform === 'linux'
      ? { family: 'unix', abstract: textOrBytes(sunPath.subarray(1)) }
      : { family: 'unix' };
  }
  const end = sunPath.indexOf(0);
  return { family: 'unix', path: textOrBytes(end === -1 ? sunPath : sunPath.subarray(0, end)) };
}

function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes;
  }
}
