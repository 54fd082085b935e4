import fc from 'fast-check';
import { junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

/** The descriptors are never open, so that nothing waits. */
export const epoll: Shapes = {
  epoll_create1: [junkNumber],
  epoll_ctl: [junkFd, junkNumber, junkFd, junkNumber, junkNumber],
  epoll_wait: [
    junkFd,
    fc.oneof(
      anything,
      fc.nat(5000).map((length) => new Int32Array(length)),
      fc.nat(100_000),
    ),
    junkNumber,
  ],
};
