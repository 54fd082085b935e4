import type { Group } from '../row';

export const resolve: Group = {
  group: 'resolve',
  title: 'Flags and errors of getaddrinfo() and getnameinfo()',
  type: 'number',
  rows: [['AI_PASSIVE', 'POSIX', 'Without a host the address is the wildcard, for bind.']],
};
