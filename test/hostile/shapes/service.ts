import type { Shapes } from './shape';

export const service: Shapes = {};
