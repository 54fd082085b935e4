import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/**
 * Writes a file that is there anew, beside itself first: if that fails, on a full disk for one, what was in it is still there.
 * Where nothing can be put beside it, it is written in place.
 */
export function replaceFile(path: string, text: string): void {
  const target = realpathSync(path);
  const beside = `${target}.${process.pid}`;
  const { mode, uid, gid } = statSync(target);
  let fd: number;
  try {
    fd = openSync(beside, 'wx', mode);
  } catch {
    return writeFileSync(target, text);
  }
  try {
    try {
      writeFileSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    // Of another user's file, only root may make another one that is theirs.
    if (process.geteuid!() === 0) chownSync(beside, uid, gid);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
