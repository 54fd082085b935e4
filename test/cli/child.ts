import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Outcome } from './terminal';

const ROOT = join(__dirname, '..', '..');

export type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Starts the command line as a process of its own. */
export function start(...args: string[]): Child {
  const main = join(ROOT, 'lib', 'cli', 'main.ts');
  return spawn(process.execPath, ['-r', 'ts-node/register', main, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a process to end, and gives what it wrote. */
export async function finish(child: Child): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => (signal === null ? resolve(status!) : reject(new Error(signal))));
  });
  return { code, stdout, stderr };
}
