import type { Shapes } from './shape';

export const epoll: Shapes = {};
