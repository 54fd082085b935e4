import { connect } from '../../call/connection/promises';
import { close, socket } from '../../call/lifecycle/raw';
import { closeOnExec, withCloexec } from '../../call/close-on-exec';
import { fail } from '../../call/gate';
import type { AddressInfo, ResolvedFamily } from '../../call/resolve/answer';
import { getaddrinfo } from '../../call/resolve/promises';
import { AI_PASSIVE, SOCK_NONBLOCK, SOCK_STREAM } from '../../core/constant';
import type { SocketFd } from '../../core/fd';
import { wrongType } from '../../core/misuse';
import { type WaitOptions, checkOptions } from '../../reactor/options';
import { type ListenTcpOptions, checkListener, checkPort } from './listener';
import { type TcpListener, listenAt, listenEverywhere, noneConnected } from './open';

export type { ListenTcpOptions } from './listener';
export type { TcpListener } from './open';

/**
 * Opens a socket that takes TCP connections: `await listenTcp({ port: 8080 })`. These are the calls `socket`, `setsockopt`
 * of SO_REUSEADDR (and SO_REUSEPORT), `bind` and `listen`; for a host that is given `getaddrinfo` first, which is what
 * may take time.
 *
 * Without a host it listens at all addresses by one IPv6 socket without IPV6_V6ONLY, to which IPv4 clients come as
 * `::ffff:127.0.0.1`; where there is no IPv6, by an IPv4 socket. Of a host with several addresses it takes the first.
 * @param options `{ port, host, backlog, reusePort, ipv6Only, flags }`, each if wanted; `flags` is SOCK_NONBLOCK if
 * absent, which `accept` and `connections` of this door need. `{ signal, timeout }` end the look-up.
 * @returns the descriptor, close-on-exec.
 * @throws {SyscallError} as these calls do; nothing stays open.
 * @throws {ResolveError} if the host is not known.
 */
export async function listenTcp(options: ListenTcpOptions & WaitOptions): Promise<TcpListener> {
  const checked = checkListener(options);
  const listener = options.flags === undefined ? { ...checked, flags: SOCK_NONBLOCK ?? 0 } : checked;
  const { host, port } = listener;
  if (host === undefined) return listenEverywhere(listener);
  const hints = { flags: AI_PASSIVE, socktype: SOCK_STREAM };
  const [first] = await getaddrinfo(host, `${port}`, hints, checkOptions(options));
  return listenAt(first!, listener);
}

/**
 * Connects to a host by TCP: `await connectTcp('localhost', 8080)`. These are `getaddrinfo`, and for each of its addresses,
 * in turn until one takes the connection, `socket` and `connect`.
 * @param host a name, or an address in digits.
 * @param port 1 to 65535.
 * @param options `{ timeout }`: milliseconds for the look-up, and for each address; `{ signal }`: what ends all of it.
 * @returns the descriptor of the connection, close-on-exec and non-blocking.
 * @throws {SyscallError | WaitError} as connect does, if there was one address.
 * @throws {AggregateError} of all errors, with the last one's `code`, if there were several addresses.
 * @throws {ResolveError} if the host is not known.
 */
export async function connectTcp(
  host: string,
  port: number,
  options?: WaitOptions,
): Promise<SocketFd<ResolvedFamily, 'stream'>> {
  if (typeof host !== 'string') throw wrongType('host', 'of type string', host);
  checkPort('port', port);
  const limits = checkOptions(options);
  const errors: unknown[] = [];
  for (const place of await getaddrinfo(host, `${port}`, { socktype: SOCK_STREAM }, limits)) {
    try {
      return await connectTo(place, limits);
    } catch (error) {
      if (limits.signal?.aborted === true) throw error;
      errors.push(error);
    }
  }
  throw noneConnected(errors, host, port);
}

async function connectTo(place: AddressInfo, limits: WaitOptions): Promise<SocketFd<ResolvedFamily, 'stream'>> {
  const result = socket(place.family, withCloexec('type', SOCK_STREAM | (SOCK_NONBLOCK ?? 0)), 0);
  if (result < 0) fail('socket', result);
  const fd = closeOnExec(result) as SocketFd<ResolvedFamily, 'stream'>;
  try {
    await connect(fd, place.address, limits);
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
}
