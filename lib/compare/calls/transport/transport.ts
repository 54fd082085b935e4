import type { CallOptions } from '../conditions';
import type { Pair } from './pair';

/** What is set on sockets; null leaves what the kernel gives. */
export type SocketOptions = CallOptions['socket'];

/** What a pair of connected sockets is made of. */
export interface Transport {
  /** As it is called in a sentence that begins with "On". */
  readonly title: string;
  /** Whether messages keep their bounds: a receiver gets one whole, or what fits of it. */
  readonly bounds: boolean;
  /** Whether the receiver hears of the sender's end. */
  readonly ends: boolean;
  /** Whether the kernel keeps messages back, or drops them, when the receiver is slow. */
  readonly keeps: boolean;
  /** The largest message, where that is a property of the protocol. */
  readonly largest?: number;
  /** Opens a pair. Options that have to be there before it is connected are set then, the others by `setOptions`. */
  readonly open: (options: SocketOptions) => Pair;
}
