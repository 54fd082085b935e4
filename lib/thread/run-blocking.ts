import type { Module } from 'node:module';
import { resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { wrongType } from '../core/misuse';
import { callingFile } from './caller';
import { PROGRAM } from './program';
import { terminate } from './terminate';
import { type Described, revive } from './thrown';

type WorkerThreads = typeof import('node:worker_threads');

/** A program that blocks, in a thread of its own. */
export interface BlockingProgram<T> extends AsyncDisposable {
  /** What its function returned, or what it threw. It rejects with the code ERR_STOPPED if the program was stopped. */
  readonly result: Promise<T>;
  readonly worker: Worker;
  /** Ends the program, whatever call it is blocked in; resolves when its thread is gone. */
  stop(): Promise<void>;
}

type Outcome = { readonly value: unknown } | { readonly error: Described };

/**
 * `runBlocking(program, ...args)`: runs a program that blocks, such as a server, in a worker thread, while this thread's
 * event loop goes on.
 * @param program a function, or the path or URL of a module that exports one, as its default or as `main`. Of a function
 * the source text is sent: it sees its arguments, what is global, and `require` as the calling file has it, but no variable around it,
 * and no import.
 * @param args for the function, cloned as `postMessage` does it; descriptors are numbers.
 * @returns the program: `result` is a promise of what the function returns, `stop()` ends it, and so does `await using`.
 * @throws {TypeError} if the program is neither, or the arguments cannot be cloned.
 */
export function runBlocking<A extends readonly unknown[], R>(
  program: (...args: A) => R,
  ...args: A
): BlockingProgram<Awaited<R>>;
export function runBlocking<R = unknown>(program: string | URL, ...args: unknown[]): BlockingProgram<R>;
export function runBlocking(program: unknown, ...args: unknown[]): BlockingProgram<unknown> {
  const { Worker } = require('node:worker_threads') as WorkerThreads;
  const worker = new Worker(PROGRAM, { eval: true, workerData: { ...located(program), args } });
  let stopped = false;
  const result = new Promise<unknown>((resolve, reject) => {
    worker.once('message', (outcome: Outcome) => {
      if ('error' in outcome) reject(revive(outcome.error));
      else resolve(outcome.value);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (stopped) reject(Object.assign(new Error('The program was stopped'), { code: 'ERR_STOPPED' }));
      else if (code === 0) resolve(undefined);
      else reject(new Error(`The program ended with exit code ${code}`));
    });
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    // Who stops a program need not look at what came of it.
    result.catch(() => {});
    await terminate(worker);
  };
  return { result, worker, stop, [Symbol.asyncDispose]: stop };
}

/** Where the worker finds the program, and by what it compiles TypeScript, if this thread does. */
function located(program: unknown): object {
  const register = compiler();
  if (typeof program === 'function') {
    return { source: sourceOf(program as () => unknown), file: callingFile(), register };
  }
  const { fileURLToPath, pathToFileURL } = require('node:url') as typeof import('node:url');
  if (typeof program !== 'string' && !(program instanceof URL)) {
    throw wrongType('program', 'of type function or string or an instance of URL', program);
  }
  const isUrl = typeof program !== 'string' || program.startsWith('file:');
  const file = isUrl ? fileURLToPath(program) : resolve(program);
  return { file, url: pathToFileURL(file).href, register };
}

function sourceOf(program: () => unknown): string {
  const source = String(program);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(source)) throw wrongType('program', 'a function with source text', program);
  return source;
}

/** ts-node's own command says nothing of itself to workers, other than `-r ts-node/register` and tsx. */
function compiler(): string | undefined {
  if (!(Symbol.for('ts-node.register.instance') in process)) return undefined;
  const module = require('node:module') as typeof Module;
  try {
    return module.createRequire(process.argv[1] ?? __filename).resolve('ts-node/register');
  } catch {
    return undefined;
  }
}
