import { errno } from '../constant/table/errno';
import { type CallName, errnosByCall } from './by-call';
import type { ErrnoTable } from './by-call/table';
import type { ErrnoName } from './errno-name';

/** What explain() needs: a SyscallError, a failure of the result door, or the two words alone. */
export interface Explainable {
  readonly code: string;
  readonly syscall: CallName;
}

/**
 * What an errno means for the call that gave it, in one or two plain sentences; in general terms where the call
 * is not known to give it.
 */
export function explain({ code, syscall }: Explainable): string {
  const forCall: ErrnoTable | undefined = errnosByCall[syscall];
  return forCall?.[code as ErrnoName] ?? `${inGeneral(code)} (${syscall}() is not known to give it.)`;
}

function inGeneral(code: string): string {
  const row = errno.rows.find(([name]) => name === code);
  return row?.[2] ?? `${code} is an error that this package has no name for.`;
}
