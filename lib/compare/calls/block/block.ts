import type { Fd } from '../../../index';
import type { Arm } from '../arm';

/** Through whose eyes calls are looked at. */
export type BlockView = 'native' | 'javascript' | 'counters';

/** Two connected sockets of this process; messages go from the sender to the receiver. */
export interface Ends {
  readonly sender: Fd;
  readonly receiver: Fd;
  /** Whether they keep the boundaries of messages: datagrams and seqpackets. */
  readonly messages: boolean;
}

/** What one block is to measure. */
export interface Block {
  readonly ends: Ends;
  readonly arm: Arm;
  /** Of a message, in bytes. */
  readonly size: number;
  readonly calls: number;
  /**
   * How long to wait, in ms, where a call answers EAGAIN in a block that does not ask for it: it is counted as `eagain`,
   * a poll() waits, and the call is made again. 0, the default, for descriptors that block: then EAGAIN is a failure.
   */
  readonly patience?: number;
}
