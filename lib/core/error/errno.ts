import { ERRNO_ALIASES, ERRNO_NAMES } from '../constant/generated/errno';
import { constantAt } from '../constant/value';
import { errnoPlaces } from './generated/places';
import type { ErrnoAlias, ErrnoName } from './errno-name';

let numbers: Map<string, number | undefined> | undefined;
let names: Map<number, ErrnoName> | undefined;

function numberOf(name: string): number | undefined {
  numbers ??= new Map(Object.entries(errnoPlaces()).map(([key, place]) => [key, constantAt(place)]));
  return numbers.get(name);
}

function namesByNumber(): Map<number, ErrnoName> {
  const byNumber = new Map<number, ErrnoName>();
  // The canonical names come first. A second name stays unused unless this platform gives it a number of its own.
  for (const name of [...ERRNO_NAMES, ...ERRNO_ALIASES]) {
    const number = numberOf(name);
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, name as ErrnoName);
  }
  return byNumber;
}

/**
 * The name of an error number, of either sign: `errnoName(-11)` is `'EAGAIN'` on Linux.
 * @returns `undefined` for a number that has no name on this platform.
 */
export function errnoName(errno: number): ErrnoName | undefined {
  names ??= namesByNumber();
  return names.get(Math.abs(errno));
}

/**
 * The number of an error name, positive as C's errno.h has it; second names are taken too.
 * @returns `undefined` for an error that this platform does not have.
 */
export function errnoNumber(name: ErrnoName | ErrnoAlias): number | undefined {
  return numberOf(name);
}
