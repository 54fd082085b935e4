import type { Shapes } from './shape';

export const ioctl: Shapes = {};
