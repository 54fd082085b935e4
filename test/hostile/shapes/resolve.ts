import type { Shapes } from './shape';

export const resolve: Shapes = {};
