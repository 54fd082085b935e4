import { type Fd, close } from '../../../index';

/** Two connected sockets. The near one is the measuring thread's; the far one its own too, or the peer's. */
export interface Pair {
  readonly near: Fd;
  readonly far: Fd;
}

/** Closes both ends. */
export function closePair({ near, far }: Pair): void {
  try {
    close(near);
  } finally {
    close(far);
  }
}

/** What a function makes of two descriptors, which are closed if it fails. */
export function orClose<T>(fds: readonly Fd[], use: () => T): T {
  try {
    return use();
  } catch (error) {
    fds.forEach((fd) => close(fd));
    throw error;
  }
}
