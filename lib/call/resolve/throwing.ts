import { failedAddress } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';
import type { Address } from '../../core/address';
import type { Family } from '../../core/fd';
import type { AddressInfo, AddressInfoOut, Hints, NameInfo, NameInfoOut, Resolved } from './answer';
import { failLookup } from './gate';
import * as raw from './raw';

/**
 * `getaddrinfo(node, service, hints, res)`: looks up how a host and a service are reached: each entry has what
 * `socket`, and then `connect` or `bind`, takes. The order is the C library's (the best address first), and so are
 * repetitions.
 *
 * It blocks this thread for as long as the C library takes: files like /etc/hosts are read, and name servers are asked,
 * which can last until their time-outs. With AI_NUMERICHOST and AI_NUMERICSERV nothing is looked up.
 * @param node a host's name, or an address in digits (`fe80::1%eth0` with its interface); null for this machine: its
 * loopback addresses, or with AI_PASSIVE the wildcards.
 * @param service a service's name, or a port in digits; null leaves the ports 0.
 * @param hints what is wanted: flags, family, socktype, protocol. Without hints the C library takes its own flags,
 * AI_V4MAPPED and AI_ADDRCONFIG on Linux; with hints only those that they have. Without a socktype each address comes
 * once for each of SOCK_STREAM, SOCK_DGRAM and SOCK_RAW.
 * @returns the addresses, at least one.
 * @throws {ResolveError} EAI_NONAME, EAI_AGAIN, EAI_SERVICE and others: codes of its own, no errnos.
 * @see getaddrinfo(3), https://man7.org/linux/man-pages/man3/getaddrinfo.3.html
 */
export function getaddrinfo<F extends Family = Family>(
  node: string | null,
  service: string | null = null,
  hints?: Hints<F> | null,
): AddressInfo<Resolved<F>>[] {
  const out: AddressInfoOut = {};
  const code = raw.getaddrinfo(node, service, hints, out);
  if (code !== 0) failLookup('getaddrinfo', code, { host: node, service, systemErrno: out.errno });
  return out.addresses as unknown as AddressInfo<Resolved<F>>[];
}

/**
 * `getnameinfo(address, addrlen, host, hostlen, service, servicelen, flags)`: looks up the names of an address and its
 * port.
 *
 * It blocks this thread for as long as the C library takes, which may ask name servers. With NI_NUMERICHOST and
 * NI_NUMERICSERV nothing is looked up.
 * @param address of the family inet or inet6; the C library of Linux takes unix addresses too.
 * @param flags NI_* constants, or-ed.
 * @returns host and service; in digits where there is no name.
 * @throws {ResolveError} EAI_NONAME with NI_NAMEREQD, EAI_AGAIN, EAI_FAMILY and others: codes of its own, no errnos.
 * @see getnameinfo(3), https://man7.org/linux/man-pages/man3/getnameinfo.3.html
 */
export function getnameinfo(address: Address | Sockaddr, flags = 0): NameInfo {
  const out: NameInfoOut = {};
  const code = raw.getnameinfo(address, flags, out);
  if (code !== 0) failLookup('getnameinfo', code, { address: failedAddress(address), systemErrno: out.errno });
  return { host: out.host!, service: out.service! };
}
