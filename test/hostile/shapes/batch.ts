import type { Shapes } from './shape';

export const batch: Shapes = {};
