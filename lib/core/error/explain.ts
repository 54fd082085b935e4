import type { CallName } from './by-call';
import type { ErrnoTable } from './by-call/table';
import type { EaiCallName, EaiTable } from './eai';
import type { EaiName } from './eai-name';
import type { ErrnoName } from './errno-name';
import { later } from '../later';

const texts = later('texts', () => require('./texts') as typeof import('./texts'));

/** What explain() needs: a SyscallError, a ResolveError, a failure of the result door, or the two words alone. */
export interface Explainable {
  readonly code: string;
  readonly syscall: CallName | EaiCallName;
}

/**
 * What an errno, or an EAI_ code, means for the call that gave it, in one or two plain sentences; in general terms where
 * the call is not known to give it.
 */
export function explain({ code, syscall }: Explainable): string {
  const { eaiByCall, eaiMeanings, errnoMeanings, errnosByCall } = texts();
  const forCall: (ErrnoTable & EaiTable) | undefined = { ...errnosByCall, ...eaiByCall }[syscall];
  const known = forCall?.[code as ErrnoName & EaiName];
  if (known !== undefined) return known;
  const general =
    errnoMeanings.get(code) ?? eaiMeanings.get(code) ?? `${code} is an error that this package has no name for.`;
  return `${general} (${syscall}() is not known to give it.)`;
}
