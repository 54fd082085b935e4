import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutPreload } from '../helpers/preload';
import { type Line, parse } from './line';

const DEADLINE_MS = 30_000;

/** All calls that take a descriptor, and those by which a program marks a place in its trace. */
const TRACED = ['-e', 'trace=%network,%desc,?access,?faccessat,?faccessat2'];

/** A program ran, and this is what strace saw. */
export interface Traced {
  /** The calls of each thread, in the thread's order. */
  readonly threads: readonly Line[][];
  readonly stdout: string;
}

let reason: string | undefined | null = null;

/** Skips what follows, and says why, where strace is missing or may not trace. */
export function needStrace(this: Mocha.Context): void {
  if (reason === null) reason = whyUnusable();
  if (reason === undefined) return;
  console.log(`      skipped: ${reason}`);
  this.skip();
}

function whyUnusable(): string | undefined {
  const args = ['-f', '--seccomp-bpf', '-e', 'trace=close', '-o', '/dev/null', '/bin/true'];
  const { error, status, stderr } = spawnSync('strace', args, { env: withoutPreload() });
  if (error !== undefined) return `strace can't be started (${error.message})`;
  return status === 0 ? undefined : `strace can't trace here (${stderr.toString().trim()})`;
}

/** Runs a TypeScript program to its end under strace. */
export async function trace(program: string, args: readonly string[] = [], options = TRACED): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), 'strace-'));
  try {
    const command = [process.execPath, '-r', 'ts-node/register', program, ...args];
    const output = ['-ff', '--seccomp-bpf', '-y', '-s', '4096', '-o', join(folder, 'thread')];
    const stdout = await finish([...output, ...options, ...sanitizer(), ...command], folder);
    const files = readdirSync(folder).filter((name) => name.startsWith('thread.'));
    const threads = files.map((name) => readFileSync(join(folder, name), 'utf8').split('\n').flatMap(parse));
    return { threads, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Waits for strace to end well; one that is late is ended, and takes what it traces with it. */
async function finish(args: readonly string[], folder: string): Promise<string> {
  // Files, because Node's pipes are sockets, about which it makes calls of its own.
  const [stdout, stderr] = [join(folder, 'stdout'), join(folder, 'stderr')];
  const fds = [openSync(stdout, 'w'), openSync(stderr, 'w')];
  const child = spawn('strace', args, { stdio: ['ignore', ...fds], env: withoutPreload(), timeout: DEADLINE_MS });
  for (const fd of fds) closeSync(fd);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  const complaints = readFileSync(stderr, 'utf8');
  if (code === 0 && complaints === '') return readFileSync(stdout, 'utf8');
  throw new Error(`strace ended with ${signal ?? `code ${code}`}: ${complaints}`);
}

/** A sanitizer's library is for the program, not for strace; and its leak check needs ptrace for itself. */
function sanitizer(): string[] {
  const { LD_PRELOAD, ASAN_OPTIONS = '' } = process.env;
  if (LD_PRELOAD === undefined) return [];
  return ['-E', `LD_PRELOAD=${LD_PRELOAD}`, '-E', `ASAN_OPTIONS=${ASAN_OPTIONS}:detect_leaks=0`];
}
