import type { ErrnoCase } from '../case';

export const pipeCases: readonly ErrnoCase[] = [
  { call: 'pipe2', when: 'there are no such flags', code: 'EINVAL', arrange: () => [1] },
  { call: 'eventfd', when: 'there are no such flags', code: 'EINVAL', arrange: () => [0, 2] },
];
