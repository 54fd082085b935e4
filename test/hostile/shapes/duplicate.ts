import type { Shapes } from './shape';

export const duplicate: Shapes = {};
