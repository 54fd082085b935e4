import { constants } from 'node:os';
import { poll } from '../../../raw';

const { EINTR } = constants.errno;

/** Whether poll() tells within so many milliseconds that a descriptor is ready. A signal neither ends that time nor begins it anew. */
export function isReady(fd: number, events: number, milliseconds: number): boolean {
  const polled = new Int32Array([fd, events, 0]);
  const until = performance.now() + milliseconds;
  for (let left = milliseconds; ; left = Math.max(0, Math.ceil(until - performance.now()))) {
    const ready = poll(polled, left);
    if (ready !== -EINTR) return ready > 0;
  }
}
