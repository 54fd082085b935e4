import assert from 'node:assert/strict';
import { isMainThread } from 'node:worker_threads';

/** Asserts that a descriptor has got the number that was just given back, unless another thread may have been sooner. */
export function hasNumber(fd: number, given: number): void {
  if (isMainThread) assert.equal(fd, given);
}
