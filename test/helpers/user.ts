import { spawnSync } from 'node:child_process';
import { withoutPreload } from './preload';

/** An ordinary user, for tests that run as root. */
export const NOBODY = 65534;

/** Why that user can't run what lies in this checkout, which may be in a folder of root's own; `undefined` if it can. */
export function unreadable(): string | undefined {
  const code = 'require("node:fs").accessSync(process.argv[1])';
  const options = { uid: NOBODY, gid: NOBODY, cwd: '/', env: withoutPreload() };
  const { status } = spawnSync(process.execPath, ['-e', code, __filename], options);
  return status === 0 ? undefined : 'an ordinary user may not read this checkout';
}
