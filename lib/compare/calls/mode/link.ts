import type { Fd } from '../../../index';
import type { Peer } from '../peer';
import type { Transport } from '../transport';

/** A pair of which the peer has the far end. */
export interface Link {
  readonly peer: Peer;
  readonly transport: Transport;
  /** The near end, and the far one by its place among those that the peer has taken. */
  readonly near: Fd;
  readonly far: number;
  /** SO_RCVBUF of the two ends, which is what may be under way where nothing is kept back. */
  readonly rcvbuf: number;
}
