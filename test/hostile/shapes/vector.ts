import type { Shapes } from './shape';

export const vector: Shapes = {};
