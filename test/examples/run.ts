import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const DEADLINE_MS = 15_000;

export const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** What a program did. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** An example that runs, as a process of its own. */
export interface Running {
  /** The first line that fits, as soon as it is printed. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  readonly outcome: Promise<Outcome>;
  readonly pid: number;
  /** Asks it to end, by SIGTERM. */
  stop(): void;
}

/** Starts an example; if it is late it is ended by its own process id. */
export function start(example: string, ...args: string[]): Running {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', join(EXAMPLES, example), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: DEADLINE_MS,
  });
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, lines, errors }));
  });
  return { outcome, pid: child.pid!, line: (pattern) => lineOf(pattern), stop: () => void child.kill('SIGTERM') };

  function lineOf(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (line: string): void => {
        const found = pattern.exec(line);
        if (found !== null) resolve(found);
      };
      lines.forEach(look);
      reader.on('line', look);
      outcome.then(() => reject(new Error(`${example} ended without a line like ${pattern}: ${errors}`)), reject);
    });
  }
}

/** Runs an example to its end. */
export function run(example: string, ...args: string[]): Promise<Outcome> {
  return start(example, ...args).outcome;
}

/** Asserts that a program ended well and had nothing to complain about; gives what it printed. */
export function linesOf(outcome: Outcome): readonly string[] {
  const { code, signal, errors } = outcome;
  if (code !== 0 || errors !== '') throw new Error(`ended with ${signal ?? `code ${code}`}: ${errors}`);
  return outcome.lines;
}
