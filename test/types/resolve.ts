// What the compiler knows of lookups.
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  type AddressInfo,
  type EaiOf,
  type Inet6Address,
  type InetAddress,
  ResolveError,
  SOCK_STREAM,
  type ServiceEntry,
  type SyscallError,
  connect,
  explain,
  getaddrinfo,
  getnameinfo,
  getservbyname,
  inet,
  inet_pton,
  isResolveError,
  isSyscallError,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

export function whatIsFoundCanBeConnectedTo(): void {
  for (const { family, socktype, protocol, address } of getaddrinfo('localhost', '80')) {
    connect(socket(family, socktype, protocol), address);
  }
}

export function theAddressIsOfTheHintsFamily(): void {
  const [four] = getaddrinfo('localhost', '80', { family: AF_INET, socktype: SOCK_STREAM });
  same<Equal<InetAddress, NonNullable<typeof four>['address']>>();
  const [six] = getaddrinfo('localhost', null, { family: AF_INET6 });
  same<Equal<Inet6Address, NonNullable<typeof six>['address']>>();
  const [any] = getaddrinfo('localhost', null, { family: AF_UNSPEC });
  same<Equal<InetAddress | Inet6Address, NonNullable<typeof any>['address']>>();
  const [none] = getaddrinfo(null, '80', { flags: 1 });
  same<Equal<AddressInfo, NonNullable<typeof none>>>();
  if (six) {
    // @ts-expect-error an address of another family
    connect(socket(AF_INET, SOCK_STREAM), six.address);
  }
}

export function wrongArgumentsDoNotCompile(): void {
  // @ts-expect-error a port in digits is text
  getaddrinfo('localhost', 80);
  // @ts-expect-error no such hint
  getaddrinfo('localhost', '80', { type: SOCK_STREAM });
  // @ts-expect-error no address
  getnameinfo('127.0.0.1');
  // @ts-expect-error the raw door writes to an object
  raw.getaddrinfo('localhost', '80', null);
  // @ts-expect-error the raw door takes all arguments
  raw.getnameinfo(inet('127.0.0.1', 80), {});
}

export function codesBelongToTheirCall(error: unknown): string {
  const outcome = result.getnameinfo(inet('127.0.0.1', 80));
  if (outcome.ok) return outcome.value.host;
  // @ts-expect-error getnameinfo() gives no EAI_SERVICE
  if (outcome.code === 'EAI_SERVICE') return '';
  if (outcome.code === 'EAI_OVERFLOW') return explain(outcome);
  if (isResolveError(error, 'getaddrinfo')) {
    same<Equal<EaiOf<'getaddrinfo'>, typeof error.code>>();
    if (error.code === 'EAI_SERVICE') return explain(error);
  }
  // @ts-expect-error a lookup fails by no errno
  if (isSyscallError(error, 'getaddrinfo')) return '';
  if (error instanceof ResolveError && error.systemCode === 'EMFILE') return error.host ?? '';
  return '';
}

export function aResolveErrorIsNoSyscallError(error: ResolveError): SyscallError {
  // @ts-expect-error it is no system call that failed
  return error;
}

export function whatIsNotThereIsUndefined(): void {
  same<Equal<ServiceEntry | undefined, ReturnType<typeof getservbyname>>>();
  same<Equal<Uint8Array | undefined, ReturnType<typeof inet_pton>>>();
  // @ts-expect-error there may be none
  getservbyname('http').port.toFixed();
}
