import { EMFILE, errnoName } from 'sockcall/raw';

/** What a call of the raw door gave, unless that is an errno. */
export function ok(call: string, result: number): number {
  if (result >= 0) return result;
  const hint = result === -EMFILE ? ': the limit on descriptors is too low, see ulimit -n' : '';
  throw new Error(`${call} ${errnoName(result) ?? result}${hint}`);
}
