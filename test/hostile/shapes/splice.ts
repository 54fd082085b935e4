import fc from 'fast-check';
import { detach, junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

const offset = fc.oneof(
  anything,
  fc.constant(null),
  fc.nat(2).map((length) => new BigInt64Array(length)),
  fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }),
  fc.constant(0).map(() => detach(new BigInt64Array(1))),
  fc.constant(0).map(() => new BigInt64Array(new SharedArrayBuffer(16), 8)),
);

export const splice: Shapes = {
  sendfile: [junkFd, junkFd, offset, junkNumber],
  splice: [junkFd, offset, junkFd, offset, junkNumber, junkNumber],
};
