import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const DEADLINE_MS = 30_000;

/** What a program printed, and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * A program in JavaScript that has the doors as they are published: `throwing`, `raw` and `promises`; and `pair()`, two
 * connected sockets.
 */
export function programOf(code: string): string {
  return `
    const [throwing, raw, promises] = ['index', 'raw', 'promises'].map((door) => require(${JSON.stringify(ROOT)} + '/dist/' + door));
    const pair = () => throwing.socketpair(throwing.AF_UNIX, throwing.SOCK_STREAM);
    ${code}`;
}

/** Runs one in a process of its own; it is killed, and the test fails, if it has not ended after a while. */
export async function run(code: string, input?: string): Promise<Ended> {
  const child = spawn(process.execPath, ['-e', programOf(code)], {
    stdio: 'pipe',
    timeout: DEADLINE_MS,
    killSignal: 'SIGKILL',
    // process.exit leaves V8's memory as it is.
    env: { ...process.env, ASAN_OPTIONS: `${process.env['ASAN_OPTIONS'] ?? ''}:detect_leaks=0` },
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (errors += String(data)));
  child.stdin.end(input);
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { status, signal, output, errors };
}
