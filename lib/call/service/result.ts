import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import type { ProtocolEntry, ProtocolOut, ServiceEntry, ServiceOut } from './entry';
import * as raw from './raw';

/** `getservbyname(name, proto)`: the service of a name; its value is `undefined` if there is none. */
export function getservbyname(
  name: string,
  proto: string | null = null,
): Result<ServiceEntry | undefined, 'getservbyname'> {
  const out: ServiceOut = {};
  const result = raw.getservbyname(name, proto, out);
  if (result < 0) return failure('getservbyname', result);
  return success(result === 0 ? undefined : (out as ServiceEntry));
}

/** `getservbyport(port, proto)`: the service of a port in host byte order; its value is `undefined` if there is none. */
export function getservbyport(
  port: number,
  proto: string | null = null,
): Result<ServiceEntry | undefined, 'getservbyport'> {
  const out: ServiceOut = {};
  const result = raw.getservbyport(port, proto, out);
  if (result < 0) return failure('getservbyport', result);
  return success(result === 0 ? undefined : (out as ServiceEntry));
}

/** `getprotobyname(name)`: the protocol of a name; its value is `undefined` if there is none. */
export function getprotobyname(name: string): Result<ProtocolEntry | undefined, 'getprotobyname'> {
  const out: ProtocolOut = {};
  const result = raw.getprotobyname(name, out);
  if (result < 0) return failure('getprotobyname', result);
  return success(result === 0 ? undefined : (out as ProtocolEntry));
}

/** `getprotobynumber(proto)`: the protocol of a number; its value is `undefined` if there is none. */
export function getprotobynumber(number: number): Result<ProtocolEntry | undefined, 'getprotobynumber'> {
  const out: ProtocolOut = {};
  const result = raw.getprotobynumber(number, out);
  if (result < 0) return failure('getprotobynumber', result);
  return success(result === 0 ? undefined : (out as ProtocolEntry));
}
