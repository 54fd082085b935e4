import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a process that writes a byte to a descriptor a moment from now, while this thread may wait in a call; wait for
 * the promise when it does not any more.
 */
export function writeLater(fd: number, milliseconds = 50): Promise<unknown> {
  const child = spawn('sh', ['-c', `sleep ${milliseconds / 1000}; printf x >&3`], {
    stdio: ['ignore', 'ignore', 'inherit', fd],
    env: { PATH: process.env['PATH'] },
  });
  return once(child, 'close');
}

/** How many milliseconds a function takes. */
export function duration(use: () => void): number {
  const start = process.hrtime.bigint();
  use();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
