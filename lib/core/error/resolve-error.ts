import { type Address, formatAddress } from '../address';
import type { EaiCallName, EaiOf } from './eai';
import { eaiCodeOf } from './eai-name';
import { eaiTexts } from './eai-text';
import type { ErrnoName } from './errno-name';
import { codeOf } from './syscall-error';

/** What was to be looked up, and the errno behind EAI_SYSTEM. */
export interface Lookup {
  readonly host?: string | null | undefined;
  readonly service?: string | null | undefined;
  readonly address?: Address | undefined;
  /** Negative; 0 if there is none. */
  readonly systemErrno?: number | undefined;
}

/**
 * A lookup that failed: getaddrinfo() or getnameinfo() answered a code of theirs, which is no errno. Its message has
 * what was looked up, and what the code means: `getaddrinfo EAI_NONAME nobody http (no such host or service)`.
 */
export class ResolveError<C extends EaiCallName = EaiCallName> extends Error {
  /** The code's name. */
  readonly code: EaiOf<C>;
  /** The code as C has it, equal to the constant of its name: negative on Linux, positive on macOS. */
  readonly errno: number;
  /** The C name of the call. */
  readonly syscall: C;
  // Declared only: an error without them does not have the properties.
  declare readonly host?: string;
  declare readonly service?: string;
  declare readonly address?: Address;
  /** For EAI_SYSTEM: the errno behind it, negative. */
  declare readonly systemErrno?: number;
  /** For EAI_SYSTEM: the name of that errno. */
  declare readonly systemCode?: ErrnoName;

  constructor(syscall: C, errno: number, lookup: Lookup = {}) {
    super(messageOf(syscall, errno, lookup));
    this.syscall = syscall;
    this.errno = errno;
    this.code = eaiCodeOf(errno) as EaiOf<C>;
    const { host, service, address, systemErrno } = lookup;
    if (typeof host === 'string') this.host = host;
    if (typeof service === 'string') this.service = service;
    if (address !== undefined) this.address = address;
    if (systemErrno) {
      this.systemErrno = systemErrno;
      this.systemCode = codeOf(systemErrno);
    }
  }

  static {
    this.prototype.name = 'ResolveError';
  }
}

function messageOf(syscall: string, errno: number, { host, service, address, systemErrno }: Lookup): string {
  const code = eaiCodeOf(errno);
  const subject = address === undefined ? [host, service] : [formatAddress(address)];
  const words = [syscall, code, systemErrno ? codeOf(systemErrno) : null, ...subject];
  const text = (eaiTexts as Record<string, string | undefined>)[code] ?? 'a code without a name';
  return `${words.filter((word) => typeof word === 'string').join(' ')} (${text})`;
}

/**
 * Whether something caught is a failed lookup, of the given call if one is named; then `code` has that call's codes for
 * its type.
 */
export function isResolveError<C extends EaiCallName = EaiCallName>(
  error: unknown,
  syscall?: C,
): error is ResolveError<C> {
  return error instanceof ResolveError && (syscall === undefined || error.syscall === syscall);
}
