import { checkInt, checkUint } from '../../core/check';
import { SOMAXCONN } from '../../core/constant';
import { wrongType } from '../../core/misuse';

/** What listenTcp is to make. */
export interface ListenTcpOptions {
  /** The port; 0, or none, leaves it to the kernel: `getsockname` tells which. */
  readonly port?: number | undefined;
  /** The address to listen at, in digits or as a name. Without it all addresses of this machine, IPv6 and IPv4. */
  readonly host?: string | undefined;
  /** How many connections may wait to be accepted; SOMAXCONN if absent. */
  readonly backlog?: number | undefined;
  /** SO_REUSEPORT: others that set it too may listen at the same port. */
  readonly reusePort?: boolean | undefined;
  /** IPV6_V6ONLY: an IPv6 socket takes no IPv4 connections. */
  readonly ipv6Only?: boolean | undefined;
  /** Flags for the socket's type: SOCK_NONBLOCK. */
  readonly flags?: number | undefined;
}

/** The options as they were given, each read once. */
export interface Listener {
  readonly port: number;
  readonly host: string | undefined;
  readonly backlog: number;
  readonly reusePort: boolean;
  readonly ipv6Only: boolean;
  readonly flags: number;
}

export function checkListener(options: ListenTcpOptions | undefined): Listener {
  if (typeof options !== 'object' || options === null) throw wrongType('options', 'of type object', options);
  const { port = 0, host, backlog = SOMAXCONN, reusePort = false, ipv6Only = false, flags = 0 } = options;
  checkPort('options.port', port);
  if (host !== undefined && typeof host !== 'string') throw wrongType('options.host', 'of type string', host);
  checkInt('options.backlog', backlog);
  checkBoolean('options.reusePort', reusePort);
  checkBoolean('options.ipv6Only', ipv6Only);
  checkInt('options.flags', flags);
  return { port, host, backlog, reusePort, ipv6Only, flags };
}

export function checkPort(name: string, port: unknown): number {
  return checkUint(name, port, 0xffff);
}

function checkBoolean(name: string, value: unknown): void {
  if (typeof value !== 'boolean') throw wrongType(name, 'of type boolean', value);
}
