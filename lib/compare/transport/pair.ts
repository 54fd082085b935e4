import { type Fd, close } from '../../index';

/** Two connected sockets of this process. Messages go from the sender to the receiver. */
export interface Pair {
  readonly sender: Fd;
  readonly receiver: Fd;
}

/** Closes both ends. */
export function closePair({ sender, receiver }: Pair): void {
  try {
    close(sender);
  } finally {
    close(receiver);
  }
}
