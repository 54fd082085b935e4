import { AF_UNIX, AF_UNSPEC } from '../../../lib';
import type { ErrnoCase } from '../case';

export const presentationCases: readonly ErrnoCase[] = [
  {
    call: 'inet_pton',
    when: 'the family has no digits',
    code: 'EAFNOSUPPORT',
    arrange: () => [AF_UNIX, '127.0.0.1'],
  },
  { call: 'inet_pton', when: 'there is no such family', code: 'EAFNOSUPPORT', arrange: () => [9999, '127.0.0.1'] },
  {
    call: 'inet_ntop',
    when: 'the family has no digits',
    code: 'EAFNOSUPPORT',
    arrange: () => [AF_UNSPEC, new Uint8Array(16)],
  },
  {
    call: 'inet_ntop',
    when: 'there is no such family',
    code: 'EAFNOSUPPORT',
    arrange: () => [-1, new Uint8Array(0)],
  },
];
