import { intAt } from '../../core/frame';
import { misuse, outOfRange, wrongValue } from '../../core/misuse';
import type { MessageBatch } from './message-batch';

// What is wrong with a batch. native/calls/batch.cc has the same order.
const LENGTH = 1;
const CONTROL_LENGTH = 2;
const BUFFER = 3;
const TIMEOUT = 4;

/** The error for a native answer that is a misuse of a batch. */
export function batchMisuse(answer: number, batch: MessageBatch, timeout: BigInt64Array | undefined): Error {
  const index = intAt(2);
  switch (intAt(1)) {
    case LENGTH:
      return outOfRange(`batch.lengths[${index}]`, `>= 0 && <= ${size(batch.buffers[index])}`, batch.lengths[index]);
    case CONTROL_LENGTH: {
      const range = `>= 0 && <= ${size(batch.control[index])}`;
      return outOfRange(`batch.controlLengths[${index}]`, range, batch.controlLengths[index]);
    }
    case BUFFER:
      return misuse(answer, `batch.buffers[${index}]`, batch.buffers[index]);
    case TIMEOUT:
      return wrongValue('timeout', 'must have two elements, and not be detached', timeout);
    default:
      return wrongValue('batch', 'must have its memory: none of its arrays may be detached', batch);
  }
}

function size(bytes: Uint8Array | undefined): number {
  return bytes?.byteLength ?? 0;
}
