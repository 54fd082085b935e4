declare const DESCRIPTOR: unique symbol;
declare const FAMILY: unique symbol;
declare const TYPE: unique symbol;
declare const ROLE: unique symbol;

// The brands are interfaces with names, so that a hover and an error message can be read.

/** What makes a number a descriptor to the compiler. It has no value at run time, as the other brands have none. */
export interface Descriptor {
  readonly [DESCRIPTOR]: true;
}

/** What makes a descriptor a socket of a family and a type. */
export interface OfSocket<F, K> {
  readonly [FAMILY]: F;
  readonly [TYPE]: K;
}

/** What listen() adds to a descriptor. */
export interface Listening {
  readonly [ROLE]: 'passive';
}

/**
 * A file descriptor: a number to the program; to the compiler a number that came from a call which opens one.
 * `asFd` takes a number from elsewhere over.
 */
export type Fd = number & Descriptor;

/** The families of addresses that have a name here. */
export type Family = 'unspec' | 'unix' | 'inet' | 'inet6' | 'netlink' | 'packet' | 'vsock';

/** The types of sockets that have a name here. */
export type SocketKind = 'stream' | 'dgram' | 'seqpacket' | 'raw' | 'rdm';

/** A descriptor of a socket, with its family and its type as far as they are known (`any` where they are not). */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any is what fits every parameter: the unknown kind
export type SocketFd<F extends Family = any, K extends SocketKind = any> = Fd & OfSocket<F, K>;

/** A socket that listens: accept() takes connections from it, and it can't be connected, sent to or received from. */
export type PassiveSocket = Fd & Listening;

/** Any descriptor but one that listen() has made passive. */
export type ActiveSocket = Fd & { readonly [ROLE]?: 'active' };

/** Any descriptor but a socket whose type has no connections. */
export type ConnectionSocket = Fd & { readonly [TYPE]?: 'stream' | 'seqpacket' };

/** The family of a descriptor, as far as its type tells. */
export type FamilyOf<S> = S extends { readonly [FAMILY]: infer F extends Family } ? F : any; // eslint-disable-line @typescript-eslint/no-explicit-any

/** The socket type of a descriptor, as far as its type tells. */
export type KindOf<S> = S extends { readonly [TYPE]: infer K extends SocketKind } ? K : any; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What socket() takes for a domain: a constant that names a family, or any number. */
export type Domain<F extends Family = Family> = number & { readonly [FAMILY]?: F };

/** What socket() takes for a type: a constant, or any number, as `SOCK_STREAM | SOCK_NONBLOCK` is to the compiler. */
export type SocketType<K extends SocketKind = SocketKind> = number & { readonly [TYPE]?: K };

/**
 * Takes a number that came from elsewhere over as a descriptor: one inherited from a parent, say. It checks nothing
 * and makes no call; what the descriptor is of may be told in the type: `asFd<SocketFd<'inet', 'stream'>>(3)`.
 */
export function asFd<T extends Fd = Fd>(fd: number): T {
  return fd as T;
}

/**
 * Flags or-ed into a socket type, as `type | flags` does it, but the compiler still knows the type:
 * `socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK))`.
 */
export function socketType<K extends SocketKind>(type: SocketType<K>, flags: number): SocketType<K> {
  return type | flags;
}
