import { connect } from '../../call/connection/throwing';
import { close, socket } from '../../call/lifecycle/throwing';
import type { AddressInfo, ResolvedFamily } from '../../call/resolve/answer';
import { getaddrinfo } from '../../call/resolve/throwing';
import { AI_PASSIVE, SOCK_STREAM } from '../../core/constant';
import type { SocketFd } from '../../core/fd';
import { wrongType } from '../../core/misuse';
import { connectTimeout } from '../connect/blocking';
import { type ListenTcpOptions, checkListener, checkPort } from './listener';
import { type TcpListener, listenAt, listenEverywhere, noneConnected } from './open';

export type { ListenTcpOptions } from './listener';
export type { TcpListener } from './open';

/**
 * Opens a socket that takes TCP connections: `listenTcp({ port: 8080 })`. These are the calls `socket`, `setsockopt` of
 * SO_REUSEADDR (and SO_REUSEPORT), `bind` and `listen`; for a host that is given `getaddrinfo` first.
 *
 * Without a host it listens at all addresses by one IPv6 socket without IPV6_V6ONLY, to which IPv4 clients come as
 * `::ffff:127.0.0.1`; where there is no IPv6, by an IPv4 socket. Of a host with several addresses it takes the first.
 * @param options `{ port, host, backlog, reusePort, ipv6Only, flags }`, each if wanted.
 * @returns the descriptor, close-on-exec.
 * @throws {SyscallError} as these calls do; nothing stays open.
 * @throws {ResolveError} if the host is not known.
 */
export function listenTcp(options: ListenTcpOptions): TcpListener {
  const listener = checkListener(options);
  if (listener.host === undefined) return listenEverywhere(listener);
  const [first] = getaddrinfo(listener.host, `${listener.port}`, { flags: AI_PASSIVE, socktype: SOCK_STREAM });
  return listenAt(first!, listener);
}

/** How connectTcp connects. */
export interface ConnectTcpOptions {
  /** How many milliseconds each address may take; without it as long as the kernel tries. */
  readonly timeout?: number | undefined;
}

/**
 * Connects to a host by TCP: `connectTcp('localhost', 8080)`. These are `getaddrinfo`, and for each of its addresses, in
 * turn until one takes the connection, `socket` and `connect`, or `connectTimeout` if there is a timeout.
 * @param host a name, or an address in digits.
 * @param port 1 to 65535.
 * @param options `{ timeout }`: milliseconds for each address.
 * @returns the descriptor of the connection, close-on-exec and blocking.
 * @throws {SyscallError} as connect does, if there was one address; EINTR in any case, before the next is tried.
 * @throws {AggregateError} of all errors, with the last one's `code`, if there were several addresses.
 * @throws {ResolveError} if the host is not known.
 */
export function connectTcp(
  host: string,
  port: number,
  options: ConnectTcpOptions = {},
): SocketFd<ResolvedFamily, 'stream'> {
  if (typeof host !== 'string') throw wrongType('host', 'of type string', host);
  checkPort('port', port);
  if (typeof options !== 'object' || options === null) throw wrongType('options', 'of type object', options);
  const { timeout } = options;
  const errors: unknown[] = [];
  for (const place of getaddrinfo(host, `${port}`, { socktype: SOCK_STREAM })) {
    try {
      return connectTo(place, timeout);
    } catch (error) {
      if (!isNews(error)) throw error;
      errors.push(error);
    }
  }
  throw noneConnected(errors, host, port);
}

function connectTo(place: AddressInfo, timeout: number | undefined): SocketFd<ResolvedFamily, 'stream'> {
  const fd = socket(place.family, SOCK_STREAM);
  try {
    if (timeout === undefined) connect(fd, place.address);
    else connectTimeout(fd, place.address, timeout);
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
}

/** Whether an error says something of the address: misuse and interruptions do not. */
function isNews(error: unknown): boolean {
  return !(error instanceof TypeError || error instanceof RangeError) && (error as { code?: string }).code !== 'EINTR';
}
