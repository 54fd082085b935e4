import type { Group } from '../row';

export const poll: Group = {
  group: 'poll',
  title: 'Events of poll()',
  type: 'number',
  rows: [['POLLIN', 'POSIX', 'There is something to read.']],
};
