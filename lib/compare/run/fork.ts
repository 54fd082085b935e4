import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CODE, EXTENSION, FROM_SOURCES } from '../place';
import { type Order, type Report, STOP, type Task } from './message';

/** Runs one measuring process to its end, answering what it reports. */
export type Execute = (task: Task, listener: Listener) => Promise<void>;

export interface Listener {
  /** Called first, with the number of the process. */
  readonly started: (pid: number) => void;
  readonly answer: (report: Report) => Order;
  /** Ends the measuring soon. */
  readonly signal: AbortSignal;
}

/** A measuring process that ended without a last word. */
export class ProcessError extends Error {}

/** How long a measuring process may take to stop, in ms: a call of its may never return. */
const PATIENCE = 3000;

/** How much is kept of what a process writes: the end tells why it ended. */
const LAST_WORDS = 4000;

/** Measures in a process of its own. */
export const inChild: Execute = async (task, { started, answer, signal }) => {
  const child = fork(join(CODE, 'compare', 'run', `child${EXTENSION}`), {
    detached: true,
    execArgv: optionsForChild(process.execArgv),
    serialization: 'advanced',
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  const closed = closeOf(child);
  // It has no streams then, and nothing can be sent to it.
  if (child.pid === undefined) return void (await closed);
  const words = [lastWordsOf(child.stdout!), lastWordsOf(child.stderr!)];
  const kill = (): void => endGroup(child);
  const giveUp = (): void => {
    failure = new ProcessError(`a measuring process did not stop within ${PATIENCE / 1000} s, and was killed`);
    kill();
  };
  const stop = (): void => {
    child.send(STOP, ignoreError);
    patience = setTimeout(giveUp, PATIENCE);
  };
  let patience: NodeJS.Timeout | undefined;
  let failure: Error | undefined;
  let last = false;
  // Not Ctrl-C alone: whatever ends this process ends that one.
  process.once('exit', kill);
  signal.addEventListener('abort', stop);
  try {
    // What it started may hold its standard error open, which would never be closed.
    child.once('exit', kill);
    child.on('message', (report: Report) => {
      try {
        last = report.kind === 'end';
        child.send(answer(report), ignoreError);
      } catch (error) {
        failure = error as Error;
        kill();
      }
    });
    child.send(task, ignoreError);
    started(child.pid);
    if (signal.aborted) stop();
    const [code, killed] = await closed;
    if (failure !== undefined) throw failure;
    if (!last) throw new ProcessError(endedHow(code, killed, words.map((get) => get()).join('')));
  } finally {
    clearTimeout(patience);
    kill();
    process.off('exit', kill);
    signal.removeEventListener('abort', stop);
  }
};

async function closeOf(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  try {
    return (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  } catch (error) {
    throw new ProcessError(`a measuring process can't be started: ${(error as Error).message}`, { cause: error });
  }
}

/** A message to a process that has just ended; its end is noticed by itself. */
function ignoreError(): void {}

/** Nothing of what it started is left either: it leads a group. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function lastWordsOf(stream: Readable): () => string {
  let words = '';
  stream.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-LAST_WORDS)));
  return () => words;
}

function endedHow(code: number | null, signal: NodeJS.Signals | null, words: string): string {
  const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
  const said = words.trim();
  return `a measuring process ${how}${said === '' ? '' : `; its last words: ${said}`}`;
}

/** A debugger's port is taken already, and a program given as text is not to be run again. */
function optionsForChild(own: readonly string[]): string[] {
  const options: string[] = [];
  for (let place = 0; place < own.length; place++) {
    const option = own[place]!;
    if (/^(-e|-p|-pe|--eval|--print)$/.test(option)) place++;
    else if (!/^--(inspect|input-type|eval=|print=)/.test(option)) options.push(option);
  }
  const compiles = options.some((option) => option.includes('ts-node'));
  return FROM_SOURCES && !compiles ? [...options, '-r', 'ts-node/register/transpile-only'] : options;
}
