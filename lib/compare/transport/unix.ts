import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AF_UNIX, unix } from '../../index';
import { openConnection } from './connect';
import type { Pair } from './pair';

/** A unix-domain connection by way of a path, which is gone again when the pair is connected. */
export function openUnix(): Pair {
  const folder = mkdtempSync(join(tmpdir(), 'sockcall-'));
  try {
    return openConnection(AF_UNIX, unix(join(folder, 'socket')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
