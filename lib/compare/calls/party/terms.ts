import type { Step } from '../arm';

/** What one party of two does in a block. */
export type Role = 'ping-pong' | 'fixed-rate' | 'echo' | 'source' | 'sink';

/** What two parties agree on for a block: plain data, since one half of it goes to the peer. */
export interface Terms {
  readonly role: Role;
  /** The steps that this party sends a message by, and those by which it receives one. */
  readonly send: readonly Step[];
  readonly recv: readonly Step[];
  /** The size of a message in bytes. */
  readonly size: number;
  /** How many messages count, after `untimed` that do not. */
  readonly messages: number;
  readonly untimed: number;
  /** Whether the sockets keep the bounds of messages. */
  readonly bounds: boolean;
  /** How many messages may be under way without having been acknowledged; 0 for any number. */
  readonly window: number;
  /** How many slices without anything are too many. */
  readonly slices: number;
  /** For tests: an echo stops once for so long, before it answers a message, counted from 0 with the untimed ones. */
  readonly stall?: Stall;
}

export interface Stall {
  readonly at: number;
  readonly ms: number;
}
