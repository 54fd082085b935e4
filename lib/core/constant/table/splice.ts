import type { Group } from '../row';

export const splice: Group = {
  group: 'splice',
  title: 'Flags of splice()',
  type: 'number',
  rows: [['SPLICE_F_MOVE', 'Linux', 'Moves pages instead of copying them, where the kernel can.']],
};
