import type { Arm, Direction } from './arm';

/** What one thread, or two, do in a block. */
export type Mode = 'call' | 'eagain' | 'ping-pong' | 'throughput' | 'fixed-rate';

/** Where the two ends are; `call` and `eagain` have both in one thread whatever this says. */
export type PeerKind = 'thread' | 'process';

export type TransportName = 'tcp' | 'tcp6' | 'unix' | 'unix-dgram' | 'unix-seqpacket' | 'socketpair' | 'udp';

/** A cell of the experiment on calls. */
export interface CallCell {
  readonly [factor: string]: string | number | boolean;
  readonly mode: Mode;
  readonly transport: TransportName;
  /** The message's size in bytes. */
  readonly size: number;
  readonly direction: Exclude<Direction, 'none'>;
  /** Whether the descriptors block; if not, a wait is a poll(). */
  readonly blocking: boolean;
}

/** What the experiment on calls is made with: plain data, complete, checked before. */
export interface CallOptions {
  readonly modes: readonly Mode[];
  readonly transports: readonly TransportName[];
  readonly sizes: readonly number[];
  readonly directions: readonly Exclude<Direction, 'none'>[];
  readonly blocking: readonly boolean[];
  /** By name; the first of each direction is its baseline. Standard arms and the user's own. */
  readonly arms: readonly Arm[];
  readonly peer: PeerKind;
  /** Processors to be pinned to, the first for the measuring thread, the second for its peer; null for none. */
  readonly cpus: readonly [number, number] | null;
  readonly socket: {
    /** TCP_NODELAY on both ends of TCP. */
    readonly nodelay: boolean;
    /** SO_SNDBUF and SO_RCVBUF in bytes as given to setsockopt, SO_BUSY_POLL in µs; null leaves the kernel's. */
    readonly sndbuf: number | null;
    readonly rcvbuf: number | null;
    readonly busyPoll: number | null;
  };
  /** Messages a second in mode `fixed-rate`. */
  readonly rate: number;
  readonly clock: 'auto' | 'tsc' | 'clock_gettime';
  /** Whether to measure the views `javascript` and `counters` as well. */
  readonly javascript: boolean;
  readonly counters: boolean;
}
