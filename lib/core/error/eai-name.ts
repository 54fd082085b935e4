import {
  EAI_ADDRFAMILY,
  EAI_AGAIN,
  EAI_BADFLAGS,
  EAI_BADHINTS,
  EAI_FAIL,
  EAI_FAMILY,
  EAI_IDN_ENCODE,
  EAI_MEMORY,
  EAI_NODATA,
  EAI_NONAME,
  EAI_OVERFLOW,
  EAI_PROTOCOL,
  EAI_SERVICE,
  EAI_SOCKTYPE,
  EAI_SYSTEM,
} from '../constant';

const numbers = {
  EAI_ADDRFAMILY,
  EAI_AGAIN,
  EAI_BADFLAGS,
  EAI_BADHINTS,
  EAI_FAIL,
  EAI_FAMILY,
  EAI_IDN_ENCODE,
  EAI_MEMORY,
  EAI_NODATA,
  EAI_NONAME,
  EAI_OVERFLOW,
  EAI_PROTOCOL,
  EAI_SERVICE,
  EAI_SOCKTYPE,
  EAI_SYSTEM,
};

/** The name of a code by which getaddrinfo() or getnameinfo() fails. */
export type EaiName = keyof typeof numbers;

let names: Map<number | undefined, EaiName> | undefined;

/**
 * The name of a code of getaddrinfo() or getnameinfo(): `eaiName(-2)` is `'EAI_NONAME'` on Linux. The codes are
 * numbers of their own, not errnos, and negative on Linux, positive on macOS.
 * @returns `undefined` for a number that has no name on this platform.
 */
export function eaiName(code: number): EaiName | undefined {
  names ??= new Map(Object.entries(numbers).map(([name, number]) => [number, name as EaiName]));
  return typeof code === 'number' ? names.get(code) : undefined;
}

/** The name of a code, or what says that it has none. */
export function eaiCodeOf(code: number): EaiName {
  return eaiName(code) ?? (`EAI_${code}` as EaiName);
}
