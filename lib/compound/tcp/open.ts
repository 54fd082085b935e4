import { inet, inet6 } from '../../address/construct';
import { bind, listen } from '../../call/connection/throwing';
import { close, socket } from '../../call/lifecycle/throwing';
import { setsockopt } from '../../call/option/throwing';
import type { AddressInfo, ResolvedFamily } from '../../call/resolve/answer';
import {
  AF_INET,
  AF_INET6,
  IPPROTO_IPV6,
  IPV6_V6ONLY,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_REUSEADDR,
  SO_REUSEPORT,
} from '../../core/constant';
import { isSyscallError } from '../../core/error/syscall-error';
import { type PassiveSocket, type SocketFd, socketType } from '../../core/fd';
import type { Listener } from './listener';

/** A socket that takes TCP connections. */
export type TcpListener = SocketFd<ResolvedFamily, 'stream'> & PassiveSocket;

type Place = Pick<AddressInfo, 'family' | 'address'>;

/** What a kernel without IPv6 answers, be it compiled or switched off. */
const NO_IPV6 = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EPROTONOSUPPORT']);

/** A listening socket for all addresses: one socket for both families, or for IPv4 where there is no IPv6. */
export function listenEverywhere(listener: Listener): TcpListener {
  try {
    return listenAt({ family: AF_INET6, address: inet6('::', listener.port) }, listener);
  } catch (error) {
    if (listener.ipv6Only || !isSyscallError(error) || !NO_IPV6.has(error.code)) throw error;
    return listenAt({ family: AF_INET, address: inet('0.0.0.0', listener.port) }, listener);
  }
}

/** A listening socket for the first of the addresses of a host. */
export function listenAt({ family, address }: Place, listener: Listener): TcpListener {
  const { backlog, reusePort, ipv6Only, flags } = listener;
  const fd = socket(family, socketType(SOCK_STREAM, flags));
  try {
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, true);
    if (reusePort) setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, true);
    if (family === AF_INET6) setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, ipv6Only);
    bind(fd, address);
    listen(fd, backlog);
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
}

/** What is thrown when none of several addresses could be connected to: the one error, or all of them. */
export function noneConnected(errors: readonly unknown[], host: string, port: number): unknown {
  if (errors.length === 1) return errors[0];
  const last = errors.at(-1) as { code?: string };
  const all = new AggregateError(errors, `connect ${last.code} ${host}:${port}, at each of ${errors.length} addresses`);
  return Object.assign(all, { code: last.code });
}
