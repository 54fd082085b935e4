/** No address: in connect() it dissolves the association of a datagram socket. */
export interface UnspecAddress {
  readonly family: 'unspec';
}

/** An IPv4 address and port. */
export interface InetAddress {
  readonly family: 'inet';
  /** Dotted decimal: `'127.0.0.1'`. Names are not looked up. */
  readonly address: string;
  /** 0 to 65535; for bind() 0 asks the kernel to choose. */
  readonly port: number;
}

/** An IPv6 address and port. */
export interface Inet6Address {
  readonly family: 'inet6';
  /** `'::1'`. A zone is given as scopeId, not after a percent sign. */
  readonly address: string;
  readonly port: number;
  /** The interface's index, which a link-local address needs; 0 if absent. */
  readonly scopeId?: number | undefined;
  /** Traffic class and flow label, in host byte order; 0 if absent. */
  readonly flowInfo?: number | undefined;
}

/** A unix address in the file system. */
export interface UnixPathAddress {
  readonly family: 'unix';
  /** Text, or the bytes themselves; what is not UTF-8 comes back as bytes. At most 108 bytes on Linux, 104 on macOS. */
  readonly path: string | Uint8Array;
  readonly abstract?: undefined;
}

/** A unix address in Linux's abstract namespace: a counted name of any bytes, gone when the socket is closed. */
export interface UnixAbstractAddress {
  readonly family: 'unix';
  readonly abstract: string | Uint8Array;
  readonly path?: undefined;
}

/** A unix socket without a name; in bind() Linux chooses an abstract name of its own. */
export interface UnixUnnamedAddress {
  readonly family: 'unix';
  readonly path?: undefined;
  readonly abstract?: undefined;
}

export type UnixAddress = UnixPathAddress | UnixAbstractAddress | UnixUnnamedAddress;

/** An address of a family that has no form here: the family's number, and the bytes that follow it in the structure. */
export interface OtherAddress {
  readonly family: number;
  readonly data: Uint8Array;
}

export type Address = UnspecAddress | InetAddress | Inet6Address | UnixAddress | OtherAddress;

/** The addresses of a family; all of them if the family is not known. */
export type AddressOf<F> = Extract<Address, { readonly family: F }>;
/** An address as error messages show it: `127.0.0.1:80`, `[::1%2]:80`, `/run/x.sock`, `@name`. */
export function formatAddress(address: Address): string {
  switch (address.family) {
    case 'inet':
      return `${address.address}:${address.port}`;
    case 'inet6':
      return `[${address.address}${address.scopeId ? `%${address.scopeId}` : ''}]:${address.port}`;
    case 'unix':
      if (address.path !== undefined) return text(address.path);
      return address.abstract === undefined ? '(unnamed)' : `@${text(address.abstract)}`;
    case 'unspec':
      return '(unspecified)';
    default:
      return `family ${address.family} ${Buffer.from(address.data).toString('hex')}`;
  }
}

function text(name: string | Uint8Array): string {
  return typeof name === 'string' ? name : Buffer.from(name).toString('latin1');
}
