import type { Address, Inet6Address, InetAddress } from '../core/address';
import { viewOf } from '../core/bytes';
import { LITTLE } from '../core/layout/field';
import { wrongType, wrongValue } from '../core/misuse';
import { readSockaddr, sockaddrBytes } from './address-field';
import { type Codec, dataView } from './codec';
import { type ExtendedError, type PathMtu, ip6Mtuinfo, sockExtendedErr } from './structs';

/** The addresses of the family of a control message's level. */
interface ByFamily {
  inet: InetAddress;
  inet6: Inet6Address;
}

function checkFamily(name: string, family: keyof ByFamily, value: unknown): Address {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'an address object', value);
  const address = value as Address;
  if (address.family !== family) throw wrongValue(name, `must be of the family '${family}'`, address.family);
  return address;
}

/** `struct sockaddr_in` or `struct sockaddr_in6`: `{ address }`. */
export function sockaddr<F extends keyof ByFamily>(family: F): Codec<{ address: ByFamily[F] }> {
  return {
    read(data) {
      const address = readSockaddr(data);
      return address?.family === family ? { address: address as ByFamily[F] } : undefined;
    },
    write: (name, message) => sockaddrBytes(checkFamily(`${name}.address`, family, message['address'])).slice(),
  };
}

/** `struct sock_extended_err`, and after it the address of the offender, as SO_EE_OFFENDER() finds it. */
export function recverr<F extends keyof ByFamily>(
  family: F,
): Codec<{ error: ExtendedError; offender: ByFamily[F] | undefined }> {
  const size = family === 'inet' ? 16 : 28;
  return {
    read(data) {
      if (data.length < sockExtendedErr.size) return undefined;
      const offender = readSockaddr(data.subarray(sockExtendedErr.size));
      if (offender !== undefined && offender.family !== family) return undefined;
      return { error: sockExtendedErr.read(dataView(data), 0), offender: offender as ByFamily[F] | undefined };
    },
    write(name, { error, offender }) {
      const data = new Uint8Array(sockExtendedErr.size + size);
      sockExtendedErr.write(dataView(data), 0, `${name}.error`, error);
      if (offender !== undefined) {
        data.set(sockaddrBytes(checkFamily(`${name}.offender`, family, offender)), sockExtendedErr.size);
      }
      return data;
    },
  };
}

/** `struct ip6_mtuinfo`. */
export const pathMtu: Codec<PathMtu> = {
  read(data) {
    if (data.length < ip6Mtuinfo.size) return undefined;
    const fields = ip6Mtuinfo.read(dataView(data), 0);
    // The structure has a place for another family's address, or for none.
    return (fields.address as Address | undefined)?.family === 'inet6' ? fields : undefined;
  },
  write(name, { address, mtu }) {
    const data = new Uint8Array(ip6Mtuinfo.size);
    ip6Mtuinfo.write(dataView(data), 0, name, { address: checkFamily(`${name}.address`, 'inet6', address), mtu });
    return data;
  },
};

/** `struct af_alg_iv`: how many bytes, and the bytes. */
export const algIv: Codec<{ iv: Uint8Array }> = {
  read(data) {
    if (data.length < 4) return undefined;
    const length = dataView(data).getUint32(0, LITTLE);
    return data.length === 4 + length ? { iv: data.slice(4) } : undefined;
  },
  write(name, message) {
    const iv = viewOf(`${name}.iv`, message['iv']);
    const data = new Uint8Array(4 + iv.length);
    dataView(data).setUint32(0, iv.length, LITTLE);
    data.set(iv, 4);
    return data;
  },
};
