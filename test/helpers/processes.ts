import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** The processes that a process has started and that are there, on Linux. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => parentOf(each) === pid);
}

function parentOf(pid: number): number | undefined {
  const stat = statOf(pid);
  return stat === undefined ? undefined : Number(stat[1]);
}

/** State and parent, after the name, which may have anything in it. */
function statOf(pid: number): string[] | undefined {
  try {
    return /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))![1]!.split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process runs: one that has ended and that nobody has asked after is not there any more. */
export function runs(pid: number): boolean {
  const state = statOf(pid)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** Waits until processes have ended. That there is an event for only in who started them. */
export async function ended(pids: readonly number[], deadlineMs = 10_000): Promise<void> {
  for (const start = Date.now(); pids.some(runs); await setTimeout(10)) {
    if (Date.now() - start > deadlineMs) throw new Error(`still there: ${pids.filter(runs).join(', ')}`);
  }
}
