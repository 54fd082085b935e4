import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a folder for the paths of unix sockets, which is gone again when they are connected. */
export function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sockcall-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
