import fc from 'fast-check';
import { MessageBatch } from '../../../lib/raw';
import { buffer, detach, junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

/** A batch whose block somebody writes into: numbers at any place, also where C++ has its headers. */
const tampered = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.nat(40),
    fc.boolean(),
    fc.nat(40),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(4000), fc.integer())),
  )
  .map(([messages, size, address, control, closeOnExec, writes]) => {
    const batch = new MessageBatch(messages, { size, address, control, closeOnExec });
    const words = new Int32Array(batch.lengths.buffer);
    for (const [place, value] of writes) words[place % words.length] = value;
    return batch;
  });

/** A batch of the caller's buffers, some of which are no longer sound. */
const ofOwn = fc.array(buffer, { minLength: 1, maxLength: 4 }).map((buffers) => {
  try {
    return new MessageBatch(buffers);
  } catch (error) {
    return error;
  }
});

const detachedLater = fc.boolean().map((own) => {
  const bytes = new Uint8Array(16);
  const batch = own ? new MessageBatch([bytes]) : new MessageBatch(2);
  detach(own ? bytes : batch.flags);
  return batch;
});

const batches = fc.oneof(
  anything,
  tampered,
  ofOwn,
  detachedLater,
  fc.constant(0).map(() => Object.create(MessageBatch.prototype) as unknown),
);

const place = fc.oneof(junkNumber, fc.nat(6));

const timeout = fc.oneof(
  anything,
  fc.constant(undefined),
  fc.nat(3).map((length) => new BigInt64Array(length)),
  fc.constant(0).map(() => detach(new BigInt64Array(2))),
);

export const batch: Shapes = {
  sendmmsg: [junkFd, batches, junkNumber, place, fc.oneof(place, fc.constant(undefined))],
  recvmmsg: [junkFd, batches, junkNumber, timeout, place, fc.oneof(place, fc.constant(undefined))],
};
