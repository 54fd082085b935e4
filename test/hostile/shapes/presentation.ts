import type { Shapes } from './shape';

export const presentation: Shapes = {};
