import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { F_SETFL, type Fd, asFd, fcntl } from '../../lib';

/** The two ends of a pipe. */
export interface PipePair {
  readonly read: Fd;
  readonly write: Fd;
  /** Closes the reading end alone. */
  closeRead(): void;
  /** Closes what is still open. */
  close(): void;
}

/** Makes a pipe, out of a named one whose name is taken away at once. */
export function pipePair(): PipePair {
  const directory = mkdtempSync(join(tmpdir(), 'sockcall-'));
  const path = join(directory, 'pipe');
  try {
    execFileSync('mkfifo', [path]);
    const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const write = openSync(path, constants.O_WRONLY);
    const open = new Set([read, write]);
    fcntl(asFd(read), F_SETFL, constants.O_RDONLY);
    const shut = (fd: number): void => {
      if (open.delete(fd)) closeSync(fd);
    };
    return {
      read: asFd(read),
      write: asFd(write),
      closeRead: () => shut(read),
      close: () => [read, write].forEach(shut),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
