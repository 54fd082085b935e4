import { failedAddress } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';
import type { Address } from '../../core/address';
import type { Family } from '../../core/fd';
import { success } from '../gate';
import type { AddressInfo, AddressInfoOut, Hints, NameInfo, NameInfoOut, Resolved } from './answer';
import { type ResolveResult, lookupFailure } from './gate';
import * as raw from './raw';

/** `getaddrinfo(node, service, hints, res)`: looks the addresses of a host and a service up; it blocks. */
export function getaddrinfo<F extends Family = Family>(
  node: string | null,
  service: string | null = null,
  hints?: Hints<F> | null,
): ResolveResult<AddressInfo<Resolved<F>>[], 'getaddrinfo'> {
  const out: AddressInfoOut = {};
  const code = raw.getaddrinfo(node, service, hints, out);
  if (code === 0) return success(out.addresses as unknown as AddressInfo<Resolved<F>>[]);
  return lookupFailure('getaddrinfo', code, { host: node, service, systemErrno: out.errno });
}

/**
 * `getnameinfo(address, addrlen, host, hostlen, service, servicelen, flags)`: looks the names of an address up; it
 * blocks.
 */
export function getnameinfo(address: Address | Sockaddr, flags = 0): ResolveResult<NameInfo, 'getnameinfo'> {
  const out: NameInfoOut = {};
  const code = raw.getnameinfo(address, flags, out);
  if (code === 0) return success({ host: out.host!, service: out.service! });
  return lookupFailure('getnameinfo', code, { address: failedAddress(address), systemErrno: out.errno });
}
