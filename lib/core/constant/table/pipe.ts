import type { Group } from '../row';

export const pipe: Group = {
  group: 'pipe',
  title: 'Flags of pipe2() and eventfd()',
  type: 'number',
  rows: [['EFD_SEMAPHORE', 'Linux', 'Each read takes one from the counter.']],
};
