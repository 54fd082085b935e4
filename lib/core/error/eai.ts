// What the codes of getaddrinfo() and getnameinfo() mean. A module of its own, because only failures need to load it.
import { resolve } from '../constant/table/resolve';
import type { EaiName } from './eai-name';

/** What each code means for one call; the keys are the codes which that call can give. */
export type EaiTable = { readonly [code in EaiName]?: string };

/** What each code means in general. */
export const eaiMeanings: ReadonlyMap<string, string> = new Map(
  resolve.rows.filter(([name]) => name.startsWith('EAI_')).map(([name, , meaning]) => [name, meaning]),
);

/** For each call that answers such codes instead of errnos, those that it can give, and what each means there. */
export const eaiByCall = {
  getaddrinfo: {
    EAI_NONAME:
      'No such host or service is known, or neither was given. With AI_NUMERICHOST or AI_NUMERICSERV it is not in digits.',
    EAI_AGAIN: 'The name server did not answer in time, or has trouble for the moment. Try again later.',
    EAI_FAIL: 'The name server answered that it cannot answer, and will not later. Look at /etc/resolv.conf.',
    EAI_NODATA: 'The host is known, but has no address, or none of that family.',
    EAI_ADDRFAMILY: 'The host has no address of the family in the hints, for example ::1 for AF_INET.',
    EAI_FAMILY: 'The family in the hints is not supported: give AF_INET, AF_INET6 or AF_UNSPEC.',
    EAI_SOCKTYPE: 'The socket type in the hints is not supported, or does not go with the protocol there.',
    EAI_SERVICE:
      'That type of socket has no such service; or it is a port in digits and the hints say neither type nor protocol to which it could belong. SOCK_RAW has no ports, so only digits will do there.',
    EAI_BADFLAGS: 'The flags in the hints have bits that mean nothing, or AI_CANONNAME without a host.',
    EAI_MEMORY: 'The process has no memory left for the answer.',
    EAI_SYSTEM: 'The system refused something that the lookup needs. The errno, which the error also has, says what.',
    EAI_OVERFLOW: 'A name is longer than the C library takes.',
    EAI_IDN_ENCODE: 'The host has letters that cannot be encoded for the name service (AI_IDN).',
    EAI_BADHINTS: 'The hints contradict each other. On macOS.',
    EAI_PROTOCOL: 'The protocol in the hints is not known. On macOS.',
  },
  getnameinfo: {
    EAI_NONAME:
      'The address has no name, and NI_NAMEREQD asks for one. Without that flag the address itself comes in digits.',
    EAI_AGAIN: 'The name server did not answer in time, or has trouble for the moment. Try again later.',
    EAI_FAIL: 'The name server answered that it cannot answer, and will not later. Look at /etc/resolv.conf.',
    EAI_FAMILY: 'The address is of a family that has no names, or too short for its family.',
    EAI_BADFLAGS: 'The flags have bits that mean nothing.',
    EAI_OVERFLOW:
      'The host or the service is longer than NI_MAXHOST or NI_MAXSERV: for a unix address the service is its path.',
    EAI_MEMORY: 'The process has no memory left for the answer.',
    EAI_SYSTEM: 'The system refused something that the lookup needs. The errno, which the error also has, says what.',
    EAI_IDN_ENCODE: 'The name cannot be decoded into letters beyond ASCII (NI_IDN).',
  },
} satisfies Record<string, EaiTable>;

/** The calls that answer EAI_ codes. */
export type EaiCallName = keyof typeof eaiByCall;

type EaisOf = { readonly [C in EaiCallName]: keyof (typeof eaiByCall)[C] & string };

/** The EAI_ codes that the call can give. */
export type EaiOf<C extends EaiCallName> = EaisOf[C];
