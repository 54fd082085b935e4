/** An entry of the services' database, /etc/services: a name for a port of a protocol. */
export interface ServiceEntry {
  readonly name: string;
  readonly aliases: string[];
  /** In host byte order, unlike C's. */
  readonly port: number;
  /** `tcp`, `udp`. */
  readonly proto: string;
}

/** An entry of the protocols' database, /etc/protocols: a name for an IPPROTO_ number. */
export interface ProtocolEntry {
  readonly name: string;
  readonly aliases: string[];
  readonly proto: number;
}

type Writable<T> = { -readonly [K in keyof T]?: T[K] };

/** Where getservbyname() and getservbyport() of the raw door write to. */
export type ServiceOut = Writable<ServiceEntry>;

/** Where getprotobyname() and getprotobynumber() of the raw door write to. */
export type ProtocolOut = Writable<ProtocolEntry>;

/** Writes what native/calls/service.cc found, if it did. */
export function putService(out: ServiceOut, list: readonly unknown[]): void {
  if (list.length > 0) [out.name, out.aliases, out.port, out.proto] = list as [string, string[], number, string];
}

export function putProtocol(out: ProtocolOut, list: readonly unknown[]): void {
  if (list.length > 0) [out.name, out.aliases, out.proto] = list as [string, string[], number];
}
