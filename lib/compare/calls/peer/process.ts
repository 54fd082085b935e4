import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Body } from './body';
import { entry } from './entry';
import type { Start } from './main';

/** How long it may take to end by itself, after it was told to. */
const LEAVE_MS = 2000;
/** Of what it writes to stderr, that is, to complain. */
const MOST_COMPLAINT = 4096;

/** The place among stdio at which the child finds its control descriptor. */
const CONTROL = 3;

/** Starts a peer in a process of its own, which inherits the control descriptor; rejects if there is none. */
export async function startProcess({ control, cpu }: Start): Promise<Body> {
  const { file, execArgv } = entry();
  const start: Start = { control: CONTROL, cpu };
  const child = spawn(process.execPath, [...execArgv, file, JSON.stringify(start)], {
    stdio: ['ignore', 'ignore', 'pipe', control],
  });
  const ended = endOf(child);
  await once(child, 'spawn');
  // It is whoever measures that keeps this process alive.
  child.unref();
  (child.stderr as Socket).unref();
  return { name: `the peer process (pid ${child.pid})`, ended, end: () => endChild(child, ended) };
}

function endOf(child: ChildProcess): Promise<string> {
  let complaint = '';
  // Without a descriptor to spare it has not even that.
  child.stderr?.on('data', (data) => (complaint = (complaint + String(data)).slice(-MOST_COMPLAINT)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`failed: ${error.message}`));
    child.once('close', (code, signal) => {
      if (signal !== null) resolve(`was ended by ${signal}`);
      else resolve(code === 0 ? 'ended by itself' : `ended with exit code ${code}${lastOf(complaint)}`);
    });
  });
}

function lastOf(complaint: string): string {
  const line = complaint.split('\n').find((each) => /^\w*Error\b/.test(each)) ?? complaint.trim().split('\n').at(-1);
  return line === undefined || line === '' ? '' : `: ${line}`;
}

async function endChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.ref();
  const timer = setTimeout(() => child.kill('SIGKILL'), LEAVE_MS);
  await ended;
  clearTimeout(timer);
}
