import { spawnSync } from 'node:child_process';
import { withoutPreload } from './preload';

export const DEADLINE_MS = 40_000;
let reason: string | undefined | null = null;

/** Why a network namespace of the test's own can't be had here; nothing if it can. */
export function noNamespace(): string | undefined {
  if (reason === null) reason = whyNot();
  return reason;
}

function whyNot(): string | undefined {
  const { error, status, stderr } = spawnSync('unshare', ['-rn', 'true'], { encoding: 'utf8', env: withoutPreload() });
  if (error !== undefined) return `unshare can't be started (${error.message})`;
  return status === 0 ? undefined : `no network namespace may be made (${stderr.trim()})`;
}

/** Skips a test, and says why in its title. */
export function skipFor(context: Mocha.Context, why: string): void {
  context.test!.title += ` (skipped: ${why})`;
  context.skip();
}

/**
 * What a shell script printed in a network namespace that is new and ends with it, in which it is root. In the script
 * `"$@"` runs a TypeScript program, and `exec "$@"` makes it the last thing.
 */
export function inNamespace(script: string, program: string, ...args: string[]): string {
  const node = [process.execPath, '-r', 'ts-node/register', program, ...args];
  const { status, signal, stdout, stderr } = spawnSync('unshare', ['-rn', 'sh', '-ec', script, 'sh', ...node], {
    encoding: 'utf8',
    timeout: DEADLINE_MS,
    env: { ...process.env, ASAN_OPTIONS: `${process.env['ASAN_OPTIONS'] ?? ''}:detect_leaks=0` },
  });
  if (status !== 0) throw new Error(`${program} ended with ${signal ?? `code ${status}`}: ${stderr}`);
  return stdout;
}
