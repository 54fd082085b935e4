import { checkInt, checkUint } from '../../core/check';
import type { Fd } from '../../core/fd';
import { wrongType } from '../../core/misuse';

/** A descriptor to be polled, and the POLL* events asked for. POLLERR, POLLHUP and POLLNVAL come unasked. */
export interface PollFd<S extends number = Fd> {
  readonly fd: S;
  readonly events: number;
}

/** A descriptor that is ready, and the POLL* events that it has. */
export interface Polled<S extends number = Fd> {
  readonly fd: S;
  readonly revents: number;
}

/** The descriptors as the raw door takes them. */
export function triplets(fds: readonly PollFd<number>[]): Int32Array {
  if (!Array.isArray(fds)) throw wrongType('fds', 'an instance of Array or Int32Array', fds);
  const given = fds as readonly PollFd<number>[];
  const made = new Int32Array(3 * given.length);
  for (let i = 0; 3 * i < made.length; i++) {
    const entry = given[i];
    if (typeof entry !== 'object' || entry === null) throw wrongType(`fds[${i}]`, 'of type object', entry);
    made[3 * i] = checkInt(`fds[${i}].fd`, entry.fd);
    made[3 * i + 1] = checkUint(`fds[${i}].events`, entry.events, 0xffff);
  }
  return made;
}

/** Those that have events, in the order in which they were given. */
export function polled<S extends Fd>(fds: Int32Array): Polled<S>[] {
  const ready: Polled<S>[] = [];
  for (let at = 0; at < fds.length; at += 3) {
    const revents = fds[at + 2]!;
    if (revents !== 0) ready.push({ fd: fds[at] as S, revents });
  }
  return ready;
}
