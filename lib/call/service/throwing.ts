import { fail } from '../gate';
import type { ProtocolEntry, ProtocolOut, ServiceEntry, ServiceOut } from './entry';
import * as raw from './raw';

/**
 * `getservbyname(name, proto)`: the service of a name, from the database of services, which mostly is /etc/services.
 *
 * On Linux with glibc it is getservbyname_r that is called, so threads do not disturb each other.
 * @param name of a service, or one of its aliases: `http`, `www`.
 * @param proto `tcp` or `udp`; null for whichever comes first.
 * @returns the service, its port in host byte order; `undefined` if there is none, which is no error in C.
 * @throws {SyscallError} ENOENT if there is no database, EMFILE and others; on Linux with glibc.
 * @see getservbyname(3), https://man7.org/linux/man-pages/man3/getservbyname.3.html
 */
export function getservbyname(name: string, proto: string | null = null): ServiceEntry | undefined {
  const out: ServiceOut = {};
  const result = raw.getservbyname(name, proto, out);
  if (result < 0) fail('getservbyname', result);
  return result === 0 ? undefined : (out as ServiceEntry);
}

/**
 * `getservbyport(port, proto)`: the service of a port, from the database of services.
 * @param port 0 to 65535, in host byte order, unlike C's.
 * @param proto `tcp` or `udp`; null for whichever comes first.
 * @returns the service; `undefined` if there is none.
 * @throws {SyscallError} ENOENT if there is no database, EMFILE and others; on Linux with glibc.
 * @see getservbyport(3), https://man7.org/linux/man-pages/man3/getservbyport.3.html
 */
export function getservbyport(port: number, proto: string | null = null): ServiceEntry | undefined {
  const out: ServiceOut = {};
  const result = raw.getservbyport(port, proto, out);
  if (result < 0) fail('getservbyport', result);
  return result === 0 ? undefined : (out as ServiceEntry);
}

/**
 * `getprotobyname(name)`: the protocol of a name, from the database of protocols, which mostly is /etc/protocols.
 * @param name of a protocol, or one of its aliases: `tcp`, `ICMP`.
 * @returns the protocol, whose number is what socket() takes; `undefined` if there is none.
 * @throws {SyscallError} ENOENT if there is no database, EMFILE and others; on Linux with glibc.
 * @see getprotobyname(3), https://man7.org/linux/man-pages/man3/getprotobyname.3.html
 */
export function getprotobyname(name: string): ProtocolEntry | undefined {
  const out: ProtocolOut = {};
  const result = raw.getprotobyname(name, out);
  if (result < 0) fail('getprotobyname', result);
  return result === 0 ? undefined : (out as ProtocolEntry);
}

/**
 * `getprotobynumber(proto)`: the protocol of a number, from the database of protocols.
 * @param number an IPPROTO_* constant, or any int.
 * @returns the protocol; `undefined` if there is none.
 * @throws {SyscallError} ENOENT if there is no database, EMFILE and others; on Linux with glibc.
 * @see getprotobynumber(3), https://man7.org/linux/man-pages/man3/getprotobynumber.3.html
 */
export function getprotobynumber(number: number): ProtocolEntry | undefined {
  const out: ProtocolOut = {};
  const result = raw.getprotobynumber(number, out);
  if (result < 0) fail('getprotobynumber', result);
  return result === 0 ? undefined : (out as ProtocolEntry);
}
