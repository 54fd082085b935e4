import { F_GETFL, F_SETFL, O_NONBLOCK, SO_RCVTIMEO, SO_SNDTIMEO, SOL_SOCKET, fcntl, setsockopt } from '../../lib';
import * as throwing from '../../lib';
import * as promised from '../../lib/promises';
import type { Fd } from '../../lib';

/** The two doors, as what can be awaited of both. */
export const doors = { blocking: throwing, promised };

export type DoorName = keyof typeof doors;

/** What the promised `read` and `write` need; blocking ones are kept from waiting for ever. */
export function prepare(door: DoorName, ...fds: Fd[]): void {
  for (const fd of fds) {
    if (door === 'promised') fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    else
      for (const option of [SO_RCVTIMEO, SO_SNDTIMEO])
        setsockopt(fd, SOL_SOCKET, option, { seconds: 5, microseconds: 0 });
  }
}
