import type { Group } from '../row';

/** pipe2() takes O_CLOEXEC, O_NONBLOCK and O_DIRECT, which fcntl() has too. */
export const pipe: Group = {
  group: 'pipe',
  title: 'Flags of eventfd()',
  type: 'number',
  rows: [
    ['EFD_SEMAPHORE', 'Linux', 'Each read takes one from the counter.'],
    ['EFD_NONBLOCK', 'Linux', 'Reading 0 and writing beyond the largest value give EAGAIN instead of waiting.'],
    ['EFD_CLOEXEC', 'Linux', 'The new descriptor is closed on exec.'],
  ],
};
