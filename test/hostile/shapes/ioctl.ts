import fc from 'fast-check';
import * as sockcall from '../../../lib';
import { groups } from '../../../lib/core/constant/table';
import { junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

const values = sockcall as unknown as Record<string, unknown>;
const known = groups.find(({ group }) => group === 'ioctl')!.rows.map(([name]) => values[name]);

export const ioctl: Shapes = {
  ioctl: [junkFd, fc.oneof(fc.constantFrom(...known), junkNumber), anything],
  sockatmark: [junkFd],
};
