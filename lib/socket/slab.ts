import type * as WorkerThreads from 'node:worker_threads';

/** As much as one call receives at most. */
const SIZE = 0x10000;
/** With less room than this a new slab is begun. */
const LEAST = 0x2000;

/**
 * Memory that all streams of this thread receive into, one after the other: each keeps what has come, and the rest is the
 * next one's. So nothing is copied, and a stream that waits has no memory of its own.
 */
let slab: Buffer | undefined;
let used = 0;

/** The slab, with room from `roomAt()` on. */
export function currentSlab(): Buffer {
  if (slab !== undefined && SIZE - used >= LEAST) return slab;
  slab = Buffer.allocUnsafeSlow(SIZE);
  used = 0;
  // Who transferred one chunk's memory would take everybody's.
  const { markAsUntransferable } = require('node:worker_threads') as typeof WorkerThreads;
  markAsUntransferable(slab.buffer);
  return slab;
}

export function roomAt(): number {
  return used;
}

/** Takes what has just been received into the slab out of it. */
export function takeReceived(count: number): Buffer {
  const chunk = slab!.subarray(used, used + count);
  // Whole words, so that chunks which hold numbers can be looked at as such.
  used = (used + count + 7) & ~7;
  return chunk;
}
