import type { Shapes } from './shape';

export const splice: Shapes = {};
