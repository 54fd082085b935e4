import { errnoNumber } from '../../lib';
import { errnosByCall } from '../../lib/core/error/by-call';
import type { ErrnoCase } from './case';
import type { Door } from './doors';

/** What came of a case in a door: nothing if all is as the table says, else the difference. */
export type Verdict = { readonly skip: string } | { readonly wrong: string } | undefined;

export function title({ call, when, code }: ErrnoCase): string {
  return `${call}() gives ${code} when ${when}`;
}

/** Why a case is not for this user, if it is not. */
export function notForThisUser({ as }: ErrnoCase): string | undefined {
  const root = process.getuid?.() === 0;
  return as === undefined || (as === 'root') === root
    ? undefined
    : `only for ${as === 'root' ? 'root' : 'an ordinary user'}`;
}

export function runCase(errnoCase: ErrnoCase, door: Door): Verdict {
  const undo: (() => void)[] = [];
  try {
    const args = errnoCase.arrange((action) => undo.push(action));
    if ('skip' in args) return args;
    const { code, errno } = door.call({ name: errnoCase.call, args });
    if (code !== errnoCase.code) return { wrong: `${code ?? 'success'} instead of ${errnoCase.code}` };
    if (errno !== -errnoNumber(errnoCase.code)!) return { wrong: `errno ${errno} does not belong to ${code}` };
    const known = Object.keys(errnosByCall[errnoCase.call]);
    return known.includes(code) ? undefined : { wrong: `${code} is missing from the table of ${errnoCase.call}()` };
  } finally {
    for (const action of undo.reverse()) action();
  }
}
