import type { Shapes } from './shape';

export const pipe: Shapes = {};
