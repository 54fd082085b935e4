import type { Shapes } from './shape';

export const message: Shapes = {};
