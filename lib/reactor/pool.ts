import { timedOut } from './error';
import { type Limited, limit, unlimit } from './limit';
import type { Limits } from './options';
import { rejected } from './turn';

/** What a call on a thread of the pool answered: the answer, the errno behind it, and what else it gives. */
export type PoolAnswer = (answer: number, errno: number, list: unknown[]) => void;

/** Waits for a call on a thread of the pool. To end the wait does not end the call: nothing can. */
class PoolWait<T> implements Limited {
  timer: NodeJS.Timeout | undefined = undefined;
  signal: AbortSignal | undefined = undefined;
  private ended = false;

  constructor(
    readonly syscall: string,
    private readonly resolve: (value: T) => void,
    private readonly reject: (reason: unknown) => void,
  ) {}

  /** @param value gives the value, or throws. */
  settle(value: () => T): void {
    if (!this.end()) return;
    try {
      this.resolve(value());
    } catch (error) {
      this.reject(error);
    }
  }

  abort(reason: unknown): void {
    if (this.end()) this.reject(reason);
  }

  private end(): boolean {
    if (this.ended) return false;
    this.ended = true;
    unlimit(this);
    return true;
  }
}

/**
 * The promise of a call on a thread of the pool.
 * @param start makes the call; it may throw.
 * @param value what the call gave, or an error thrown.
 */
export function inPool<T>(
  syscall: string,
  limits: Limits,
  start: (answer: PoolAnswer) => void,
  value: (answer: number, errno: number, list: unknown[]) => T,
): Promise<T> {
  if (limits.signal?.aborted === true) return rejected(limits.signal.reason);
  if (limits.timeout === 0) return rejected(timedOut(syscall, undefined, 0));
  return new Promise<T>((resolve, reject) => {
    const wait = new PoolWait<T>(syscall, resolve, reject);
    start((answer, errno, list) => wait.settle(() => value(answer, errno, list)));
    limit(wait, limits);
  });
}
