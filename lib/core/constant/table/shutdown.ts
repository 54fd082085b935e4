import type { Group } from '../row';

export const shutdown: Group = {
  group: 'shutdown',
  title: 'How much of a connection shutdown() ends',
  type: 'number',
  rows: [
    ['SHUT_RD', 'POSIX', 'No more receiving.'],
    ['SHUT_WR', 'POSIX', 'No more sending: the peer reads end of file once it has read what was sent.'],
    ['SHUT_RDWR', 'POSIX', 'Neither.'],
  ],
};
