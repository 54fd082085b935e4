import { timedOut } from './error';
import type { Limits } from './options';
import { type Abortable, follow, unfollow } from './signal';

/** What can be ended before its time. */
export interface Limited extends Abortable {
  readonly syscall: string;
  readonly fd?: number;
  timer: NodeJS.Timeout | undefined;
  signal: AbortSignal | undefined;
}

/** Has a wait that has just begun end when its time is over, or when its signal is aborted. */
export function limit(wait: Limited, { signal, timeout }: Limits): void {
  // The wait itself keeps the process alive.
  if (timeout !== undefined) wait.timer = setTimeout(expire, Math.ceil(timeout), wait, timeout).unref();
  if (signal === undefined) return;
  wait.signal = signal;
  try {
    follow(signal, wait);
  } catch (error) {
    wait.abort(error);
  }
}

/** A wait that has ended leaves neither a timer nor a listener. */
export function unlimit(wait: Limited): void {
  if (wait.timer !== undefined) clearTimeout(wait.timer);
  if (wait.signal !== undefined) unfollow(wait.signal, wait);
}

function expire(wait: Limited, timeout: number): void {
  wait.abort(timedOut(wait.syscall, wait.fd, timeout));
}
