import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { url } from 'node:inspector';
import { arch, availableParallelism, cpus, freemem, loadavg, release, totalmem, type, version } from 'node:os';

/** Everything that is asked of the machine goes through here, so that what is made of it can be tried with any machine's. */
export interface Machine {
  /** The text of a file, without blanks around it; nothing if it can't be read or is empty. */
  readFile(path: string): string | undefined;
  /** The names in a folder; none if it can't be read. */
  list(path: string): readonly string[];
  /** The first line that a program prints; nothing if it is not there, or has nothing to say. */
  ask(program: string, ...args: string[]): string | undefined;
  /** Lets some time pass. */
  wait(ms: number): void;
  /** Milliseconds, from any start. */
  now(): number;
  /** What node:os says. */
  readonly os: {
    readonly type: string;
    readonly release: string;
    readonly version: string;
    readonly arch: string;
    readonly models: readonly string[];
    /** The processors that this process may use. */
    readonly usable: number;
    readonly loadavg: readonly number[];
    readonly total: number;
    readonly free: number;
  };
  readonly process: {
    readonly pid: number;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly execArgv: readonly string[];
    readonly versions: { readonly node: string; readonly v8: string };
    /** Whether a debugger for JavaScript can attach. */
    readonly inspected: boolean;
  };
}

/** A program that hangs must not hang the run. */
const PATIENCE_MS = 2000;

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return {
    readFile,
    list,
    ask,
    wait: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
    now: () => performance.now(),
    os: {
      type: type(),
      release: release(),
      version: version(),
      arch: arch(),
      models: cpus().map(({ model }) => model.trim()),
      usable: availableParallelism(),
      loadavg: loadavg(),
      total: totalmem(),
      free: freemem(),
    },
    process: {
      pid: process.pid,
      env: process.env,
      execArgv: process.execArgv,
      versions: process.versions,
      inspected: url() !== undefined,
    },
  };
}

function readFile(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function ask(program: string, ...args: string[]): string | undefined {
  // What is preloaded into this process, a sanitizer for one, is not meant for others.
  const env = { ...process.env, LD_PRELOAD: undefined };
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', timeout: PATIENCE_MS, env });
  const [line] = error === undefined ? stdout.trim().split('\n') : [];
  return line === '' ? undefined : line;
}
