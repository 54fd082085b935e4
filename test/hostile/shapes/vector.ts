import fc from 'fast-check';
import { buffer, junkFd } from '../arbitrary';
import { type Shapes, anything } from './shape';

/** An array whose getter detaches what the call has looked at already. */
const mischievous = fc.nat(64).map((size) => {
  const first = new Uint8Array(size + 1);
  return Object.defineProperty([first, first], 1, {
    get(): Uint8Array {
      structuredClone(first.buffer, { transfer: [first.buffer] });
      return new Uint8Array(8);
    },
  });
});

const buffers = fc.oneof(
  anything,
  fc.array(buffer, { maxLength: 5 }),
  fc.array(anything, { maxLength: 5 }),
  mischievous,
  // eslint-disable-next-line no-sparse-arrays -- a hole is what is wanted
  fc.constant([new Uint8Array(1), , new Uint8Array(1)]),
  fc.constant(new Array(2 ** 32 - 1)),
  fc.constant(new Proxy([new Uint8Array(1)], {})),
);

export const vector: Shapes = { readv: [junkFd, buffers], writev: [junkFd, buffers] };
