import type { Arm, Step } from '../arm';
import type { Stall, Terms } from '../party';
import type { Link } from './link';

/** The calls by which messages go the way that is not looked at. */
const BASELINE = { send: [{ call: 'send' }], recv: [{ call: 'recv' }] } as const satisfies Record<
  string,
  readonly Step[]
>;

/** Slices of a tenth of a second, and twice that on descriptors that block. */
const PATIENCE = 100;
/** Where a message may be lost, it is worth no long wait. */
const SHORT_PATIENCE = 20;

/** What one block between two parties is to measure. */
export interface Exchange {
  readonly link: Link;
  /** It is used by whoever goes its way: at both ends where messages go both ways. */
  readonly arm: Arm;
  /** The size of a message in bytes. */
  readonly size: number;
  readonly calls: number;
  /** For tests. */
  readonly stall?: Stall | undefined;
}

/** What the terms of both parties have in common. */
export function commonTerms({ link, arm, size, calls }: Exchange, untimed: number): Omit<Terms, 'role'> {
  const { bounds, keeps } = link.transport;
  return {
    send: arm.direction === 'send' ? arm.steps : BASELINE.send,
    recv: arm.direction === 'recv' ? arm.steps : BASELINE.recv,
    size,
    messages: calls,
    untimed,
    bounds,
    window: 0,
    slices: keeps ? PATIENCE : SHORT_PATIENCE,
  };
}
