import type { Shapes } from './shape';

export const datagram: Shapes = {};
