import type { Fd } from '../../core/fd';
import { wrongType } from '../../core/misuse';
import { FdSet, checkSettable } from './fd-set';
import type { SelectTimeout } from './timeout';

/** What select() found ready, each set in the order in which it was given. */
export interface Selected<R extends Fd = Fd, W extends Fd = Fd, E extends Fd = Fd> {
  readonly readfds: R[];
  readonly writefds: W[];
  readonly exceptfds: E[];
  /** How much of the timeout was left (Linux; elsewhere the timeout itself); `undefined` if there was none. */
  readonly timeout: Readonly<SelectTimeout> | undefined;
}

/** A set for the raw door; none for none. */
export function setOf(name: string, fds: readonly number[] | undefined): FdSet | undefined {
  if (fds === undefined) return undefined;
  if (!Array.isArray(fds)) throw wrongType(name, 'an instance of Array', fds);
  const given = fds as readonly number[];
  const set = new FdSet();
  for (let i = 0; i < given.length; i++) set.add(checkSettable(`${name}[${i}]`, given[i]));
  return set;
}

/** Those of the descriptors given that a call has left in their set. */
export function left<S extends Fd>(fds: readonly S[] | undefined, set: FdSet | undefined): S[] {
  return fds === undefined || set === undefined ? [] : fds.filter((fd) => set.has(fd));
}
