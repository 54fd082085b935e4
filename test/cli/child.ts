import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome } from './terminal';

/** The command line, as it is built. */
export const MAIN = join(__dirname, '..', '..', 'dist', 'cli', 'main.js');

/** How a command line is started. */
interface Options {
  /** A descriptor for its standard output; a pipe, if absent. */
  readonly stdout?: number;
  /** The same for its standard error. */
  readonly stderr?: number;
  /** Whether it leads a group of its own, as what a shell starts in the foreground does. */
  readonly detached?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts it as a process of its own. */
export function start(...given: [Options, ...string[]] | string[]): ChildProcess {
  const [options, args] =
    typeof given[0] === 'object' ? [given[0], given.slice(1) as string[]] : [{}, given as string[]];
  return spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...options.env },
    detached: options.detached ?? false,
    stdio: ['ignore', options.stdout ?? 'pipe', options.stderr ?? 'pipe'],
  });
}

/** Waits for a process to end, and gives what it wrote. */
export async function finish(child: ChildProcess): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => (signal === null ? resolve(status!) : reject(new Error(signal))));
  });
  return { code, stdout, stderr };
}
