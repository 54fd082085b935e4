import type { Group } from '../row';

export const listen: Group = {
  group: 'listen',
  title: 'The backlog of listen()',
  type: 'number',
  rows: [['SOMAXCONN', 'POSIX', "The largest backlog when the headers were made; the kernel's own limit may differ."]],
};
