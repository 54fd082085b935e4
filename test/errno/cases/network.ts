import type { ErrnoCase } from '../case';

const LINUX = process.platform === 'linux';

export const networkCases: readonly ErrnoCase[] = [
  {
    call: 'if_nametoindex',
    when: 'there is no such interface',
    code: LINUX ? 'ENODEV' : 'ENXIO',
    arrange: () => ['no-such-if'],
  },
  { call: 'if_nametoindex', when: 'the name is empty', code: LINUX ? 'ENODEV' : 'ENXIO', arrange: () => [''] },
  {
    call: 'if_nametoindex',
    when: 'the name is longer than any',
    code: LINUX ? 'ENODEV' : 'ENXIO',
    arrange: () => ['lo'.padEnd(100, 'o')],
  },
  { call: 'if_indextoname', when: 'the index is 0', code: 'ENXIO', arrange: () => [0] },
  { call: 'if_indextoname', when: 'there is no such interface', code: 'ENXIO', arrange: () => [0x7ffffff0] },
  { call: 'if_indextoname', when: 'the index has 32 bits', code: 'ENXIO', arrange: () => [0xffffffff] },
];
