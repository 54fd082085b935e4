import type { Shapes } from './shape';

export const poll: Shapes = {};
