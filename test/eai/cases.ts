import {
  AF_INET,
  AF_UNIX,
  AI_CANONNAME,
  AI_NUMERICHOST,
  AI_NUMERICSERV,
  type EaiName,
  IPPROTO_UDP,
  NI_NAMEREQD,
  NI_NUMERICHOST,
  SOCK_RAW,
  SOCK_STREAM,
  inet,
  unix,
  unspec,
} from '../../lib';
import type { Lookup } from './doors';

/** A lookup that must fail, with one code, without anybody being asked. */
export interface EaiCase extends Lookup {
  readonly when: string;
  readonly code: EaiName;
  /** Where other C libraries answer differently. */
  readonly only?: 'linux';
}

const NUMERIC = { flags: AI_NUMERICHOST };

export const cases: readonly EaiCase[] = [
  { call: 'getaddrinfo', when: 'there is neither host nor service', code: 'EAI_NONAME', args: [null, null] },
  {
    call: 'getaddrinfo',
    when: 'a name is given where digits must be',
    code: 'EAI_NONAME',
    args: ['localhost', '80', NUMERIC],
  },
  { call: 'getaddrinfo', when: 'the host is empty', code: 'EAI_NONAME', args: ['', '80', NUMERIC] },
  {
    call: 'getaddrinfo',
    when: 'a service is given where digits must be',
    code: 'EAI_NONAME',
    args: ['127.0.0.1', 'http', { flags: AI_NUMERICSERV }],
  },
  {
    call: 'getaddrinfo',
    when: 'the interface of a scope does not exist',
    code: 'EAI_NONAME',
    only: 'linux',
    args: ['fe80::1%nosuch0', '80', NUMERIC],
  },
  {
    call: 'getaddrinfo',
    when: 'the flags have an unknown bit',
    code: 'EAI_BADFLAGS',
    args: ['127.0.0.1', '80', { flags: 0x8000000 }],
  },
  {
    call: 'getaddrinfo',
    when: 'a canonical name is wanted of no host',
    code: 'EAI_BADFLAGS',
    args: [null, '80', { flags: AI_CANONNAME }],
  },
  {
    call: 'getaddrinfo',
    when: 'there is no such family',
    code: 'EAI_FAMILY',
    args: ['127.0.0.1', '80', { family: 99 }],
  },
  {
    call: 'getaddrinfo',
    when: 'the family has no hosts',
    code: 'EAI_FAMILY',
    args: ['127.0.0.1', '80', { family: AF_UNIX }],
  },
  {
    call: 'getaddrinfo',
    when: 'there is no such socket type',
    code: 'EAI_SOCKTYPE',
    only: 'linux',
    args: ['127.0.0.1', '80', { socktype: 99 }],
  },
  {
    call: 'getaddrinfo',
    when: 'type and protocol do not go together',
    code: 'EAI_SOCKTYPE',
    only: 'linux',
    args: ['127.0.0.1', '80', { socktype: SOCK_STREAM, protocol: IPPROTO_UDP }],
  },
  {
    call: 'getaddrinfo',
    when: 'there is no such service',
    code: 'EAI_SERVICE',
    only: 'linux',
    args: ['127.0.0.1', 'no-such-service', NUMERIC],
  },
  {
    call: 'getaddrinfo',
    when: 'a raw socket is to have a service',
    code: 'EAI_SERVICE',
    only: 'linux',
    args: ['127.0.0.1', 'http', { socktype: SOCK_RAW, flags: AI_NUMERICHOST }],
  },
  {
    call: 'getaddrinfo',
    when: 'the digits are of another family',
    code: 'EAI_ADDRFAMILY',
    only: 'linux',
    args: ['::1', '80', { family: AF_INET, flags: AI_NUMERICHOST }],
  },
  { call: 'getnameinfo', when: 'there is no address', code: 'EAI_FAMILY', args: [unspec(), NI_NUMERICHOST] },
  {
    call: 'getnameinfo',
    when: 'there is no such family',
    code: 'EAI_FAMILY',
    args: [{ family: 99, data: new Uint8Array(14) }, NI_NUMERICHOST],
  },
  {
    call: 'getnameinfo',
    when: 'the flags have an unknown bit',
    code: 'EAI_BADFLAGS',
    only: 'linux',
    args: [inet('127.0.0.1', 80), NI_NUMERICHOST | 0x8000000],
  },
  {
    call: 'getnameinfo',
    when: 'a name is required, and digits are wanted',
    code: 'EAI_NONAME',
    only: 'linux',
    args: [inet('127.0.0.1', 80), NI_NUMERICHOST | NI_NAMEREQD],
  },
  {
    call: 'getnameinfo',
    when: 'the path of a unix address is longer than a service',
    code: 'EAI_OVERFLOW',
    only: 'linux',
    args: [unix(`/${'x'.repeat(60)}`), NI_NUMERICHOST],
  },
];
