import fc from 'fast-check';
import { junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

export const pipe: Shapes = {
  pipe2: [
    fc.oneof(junkNumber, fc.constant(0)),
    fc.oneof(
      anything,
      fc.nat(3).map((length) => new Int32Array(length)),
    ),
  ],
  eventfd: [junkNumber, fc.oneof(junkNumber, fc.constant(0))],
};
