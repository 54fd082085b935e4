declare const LEVEL: unique symbol;
declare const GETS: unique symbol;
declare const SETS: unique symbol;
declare const REASON: unique symbol;

/** The levels whose options have a name here. Two names of one level, SOL_TCP and IPPROTO_TCP say, are one. */
export type LevelName =
  | 'SOL_SOCKET'
  | 'IPPROTO_TCP'
  | 'IPPROTO_UDP'
  | 'IPPROTO_UDPLITE'
  | 'IPPROTO_IP'
  | 'IPPROTO_IPV6'
  | 'IPPROTO_ICMPV6'
  | 'SOL_RAW'
  | 'SOL_NETLINK'
  | 'SOL_PACKET'
  | 'SOL_MPTCP'
  | 'AF_VSOCK'
  | 'SOL_TLS'
  | 'SOL_ALG';

/** What getsockopt() and setsockopt() take for a level: a constant, or any number. */
export type Level<L extends LevelName = LevelName> = number & { readonly [LEVEL]?: L };

/** What makes a number an option to the compiler. It has no value at run time. */
export interface OfOption<L, Get, Set> {
  readonly [LEVEL]?: L;
  readonly [GETS]: Get;
  readonly [SETS]: Set;
}

/**
 * An option of a socket: a number to the program; to the compiler one that knows its level, what getsockopt() gives
 * and what setsockopt() takes. `never` stands for what cannot be read, or cannot be set.
 */
export type SocketOption<L extends LevelName, Get, Set = Get> = number & OfOption<L, Get, Set>;

/** The value of an option as getsockopt() gives it; a plain number is thought to be an integer option. */
export type OptionValue<N extends number> = N extends OfOption<unknown, infer Get, unknown> ? Get : number;

/** The values of an option that setsockopt() takes, beside bytes. */
export type OptionSetting<N extends number> = N extends OfOption<unknown, unknown, infer Set> ? Set : number;

/** The level that an option belongs to. */
export type LevelOf<N extends number> =
  N extends OfOption<infer L extends LevelName, unknown, unknown> ? Level<L> : number;

/** What no option is: its name is what the compiler says of one that cannot be read. */
export interface ThisOptionCanOnlyBeSet {
  readonly [REASON]: 'can only be set';
}

/** What no option is: its name is what the compiler says of one that cannot be set. */
export interface ThisOptionCanOnlyBeRead {
  readonly [REASON]: 'can only be read';
}

/** The option itself if it can be read. */
export type Readable<N extends number> = [OptionValue<N>] extends [never] ? ThisOptionCanOnlyBeSet : N;

/** The option itself if it can be set. */
export type Writable<N extends number> = [OptionSetting<N>] extends [never] ? ThisOptionCanOnlyBeRead : N;
