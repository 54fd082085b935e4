import { decode } from '../../address/decode';
import type { AddressOf } from '../../core/address';
import { checkInt } from '../../core/check';
import type { Domain, Family, SocketType } from '../../core/fd';
import { wrongType } from '../../core/misuse';

/** The families that a lookup can give. */
export type ResolvedFamily = 'inet' | 'inet6';

/** The family of the answer, as far as the hints tell. */
export type Resolved<F> = F extends ResolvedFamily ? F : ResolvedFamily;

/** What getaddrinfo() is to give: the members of C's `struct addrinfo` that may be set; 0 for those that are absent. */
export interface Hints<F extends Family = Family> {
  /** AI_* constants, or-ed. */
  readonly flags?: number | undefined;
  /** AF_INET, AF_INET6, or AF_UNSPEC for both. */
  readonly family?: Domain<F> | undefined;
  /** SOCK_STREAM, SOCK_DGRAM, SOCK_RAW; 0 for each of them. */
  readonly socktype?: SocketType | undefined;
  /** An IPPROTO_* constant; 0 for any. */
  readonly protocol?: number | undefined;
}

/** One way to reach what was looked up: what socket() takes, and what bind() or connect() takes then. */
export interface AddressInfo<F extends ResolvedFamily = ResolvedFamily> {
  readonly family: Domain<F>;
  readonly socktype: number;
  readonly protocol: number;
  readonly address: AddressOf<F>;
  /** The canonical name of the host; with AI_CANONNAME, and in the first of the list only. */
  readonly canonname?: string;
}

/** What getnameinfo() gives. */
export interface NameInfo {
  readonly host: string;
  readonly service: string;
}

/** Where getaddrinfo() of the raw door writes to. */
export interface AddressInfoOut {
  addresses?: AddressInfo[];
  /** For EAI_SYSTEM, -errno; 0 after anything else. */
  errno?: number;
}

/** Where getnameinfo() of the raw door writes to. */
export interface NameInfoOut {
  host?: string;
  service?: string;
  /** For EAI_SYSTEM, -errno; 0 after anything else. */
  errno?: number;
}

const NONE = { flags: 0, family: 0, socktype: 0, protocol: 0 };

/** The hints as four ints, each read once; undefined for C's null pointer, which is not the same as four zeros. */
export function checkHints(hints: unknown): Required<typeof NONE> | undefined {
  if (hints === undefined || hints === null) return undefined;
  if (typeof hints !== 'object') throw wrongType('hints', 'of type object', hints);
  const { flags = 0, family = 0, socktype = 0, protocol = 0 } = hints as Hints;
  return {
    flags: checkInt('hints.flags', flags),
    family: checkInt('hints.family', family),
    socktype: checkInt('hints.socktype', socktype),
    protocol: checkInt('hints.protocol', protocol),
  };
}

export { NONE as NO_HINTS };

const FIELDS = 5;

/** The list that native/calls/resolve.cc fills, as objects. */
export function addressInfos(list: readonly unknown[]): AddressInfo[] {
  const infos: AddressInfo[] = [];
  for (let at = 0; at + FIELDS <= list.length; at += FIELDS) {
    const [family, socktype, protocol, bytes, canonname] = list.slice(at, at + FIELDS) as [
      number,
      number,
      number,
      Uint8Array,
      string | undefined,
    ];
    const address = (decode(bytes) ?? { family: 'unspec' }) as AddressOf<ResolvedFamily>;
    infos.push({ family, socktype, protocol, address, ...(canonname === undefined ? {} : { canonname }) });
  }
  return infos;
}
