import type { Address, Inet6Address, InetAddress } from '../core/address';
import { viewOf } from '../core/bytes';
import { AF_UNSPEC } from '../core/constant';
import { LITTLE } from '../core/little';
import { wrongType, wrongValue } from '../core/misuse';
import { readAddress, writeAddress } from '../option/address';
import { ip6Mtuinfo } from '../option/structs';
import { type Codec, dataView } from './codec';
import { type ExtendedError, sockExtendedErr } from './structs';

/** The sizes of `struct sockaddr_in` and `struct sockaddr_in6`. */
const SIZES = { inet: 16, inet6: 28 } as const;

/** The addresses of the family of a control message's level. */
interface ByFamily {
  inet: InetAddress;
  inet6: Inet6Address;
}

function sockaddrBytes(name: string, family: keyof ByFamily, value: unknown): Uint8Array {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'an address object', value);
  const address = value as Address;
  if (address.family !== family) throw wrongValue(name, `must be of the family '${family}'`, address.family);
  return writeAddress(name, address).slice(0, SIZES[family]);
}

/** `struct sockaddr_in` or `struct sockaddr_in6`: `{ address }`. */
export function sockaddr<F extends keyof ByFamily>(family: F): Codec<{ address: ByFamily[F] }> {
  return {
    read(data) {
      const address = readAddress(data);
      return address.family === family ? { address: address as ByFamily[F] } : undefined;
    },
    write: (name, message) => sockaddrBytes(`${name}.address`, family, message['address']),
  };
}

/** `struct sock_extended_err`, and after it the address of the offender, as SO_EE_OFFENDER() finds it. */
export function recverr<F extends keyof ByFamily>(
  family: F,
): Codec<{ error: ExtendedError; offender: ByFamily[F] | undefined }> {
  return {
    read(data) {
      if (data.length < sockExtendedErr.size) return undefined;
      const address = readAddress(data.subarray(sockExtendedErr.size));
      const nobody = address.family === 'unspec' || address.family === AF_UNSPEC;
      if (!nobody && address.family !== family) return undefined;
      const offender = nobody ? undefined : (address as ByFamily[F]);
      return { error: sockExtendedErr.read(dataView(data), 0), offender };
    },
    write(name, { error, offender }) {
      const data = new Uint8Array(sockExtendedErr.size + SIZES[family]);
      sockExtendedErr.write(dataView(data), 0, `${name}.error`, error);
      if (offender !== undefined) {
        data.set(sockaddrBytes(`${name}.offender`, family, offender), sockExtendedErr.size);
      }
      return data;
    },
  };
}

/** `struct ip6_mtuinfo`. */
export const pathMtu: Codec<{ address: Inet6Address; mtu: number }> = {
  read(data) {
    if (data.length < ip6Mtuinfo.size) return undefined;
    const { address: bytes, mtu } = ip6Mtuinfo.read(dataView(data), 0);
    const address = readAddress(bytes);
    return address.family === 'inet6' ? { address, mtu } : undefined;
  },
  write(name, { address, mtu }) {
    const data = new Uint8Array(ip6Mtuinfo.size);
    const bytes = sockaddrBytes(`${name}.address`, 'inet6', address);
    ip6Mtuinfo.write(dataView(data), 0, name, { address: bytes, mtu });
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
