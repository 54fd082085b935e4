import type { Group } from '../row';

export const ioctl: Group = {
  group: 'ioctl',
  title: 'Requests of ioctl()',
  type: 'number',
  rows: [['FIONREAD', 'Linux, BSD', 'How many bytes wait to be read.']],
};
