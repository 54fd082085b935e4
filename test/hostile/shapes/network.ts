import type { Shapes } from './shape';

export const network: Shapes = {};
