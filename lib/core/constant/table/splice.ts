import type { Group } from '../row';

export const splice: Group = {
  group: 'splice',
  title: 'Flags of splice()',
  type: 'number',
  rows: [
    ['SPLICE_F_MOVE', 'Linux', 'Moves pages instead of copying them, where the kernel can.'],
    ['SPLICE_F_NONBLOCK', 'Linux', 'Does not wait for the pipe; the other descriptor waits or not as it is set to.'],
    ['SPLICE_F_MORE', 'Linux', 'More is to follow: the same hint to a socket as MSG_MORE.'],
    ['SPLICE_F_GIFT', 'Linux', 'Gives the pages to the kernel; for vmsplice(), which is not here.'],
  ],
};
