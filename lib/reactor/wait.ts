import type { CallName } from '../core/error/by-call';
import { EAGAIN } from '../core/constant';
import { SyscallError } from '../core/error/syscall-error';
import type { Queue } from './queue';
import type { Side } from './side';

// In the bundle a constant is looked up at each use.
const AGAIN = -EAGAIN;

// Functions made anew for each promise would cost more than the rest of it.
let resolveMade: (value: never) => void;
let rejectMade: (reason: unknown) => void;

function take(resolve: (value: never) => void, reject: (reason: unknown) => void): void {
  resolveMade = resolve;
  rejectMade = reject;
}

/**
 * A call that is made when its descriptor is ready. Each call has a class of its own, which keeps the arguments: so a
 * wait is one object and a promise, without closures.
 */
export abstract class Wait<T = unknown> {
  next: Wait | undefined = undefined;
  previous: Wait | undefined = undefined;
  timer: NodeJS.Timeout | undefined = undefined;
  signal: AbortSignal | undefined = undefined;
  /** Where it stands, while it waits. */
  queue: Queue | undefined = undefined;
  private resolve: ((value: unknown) => void) | undefined = undefined;
  private reject: ((reason: unknown) => void) | undefined = undefined;

  constructor(
    readonly syscall: CallName,
    readonly fd: number,
    readonly side: Side,
  ) {}

  /** Makes the call: a value, or -errno. It throws for misuse. */
  abstract call(): number;

  /** Throws for misuse that can be seen without making the call, for one that has to queue. */
  abstract check(): void;

  /** Whether an answer says that the descriptor is not ready. */
  waits(result: number): boolean {
    return result === AGAIN;
  }

  /** What is given for the answer of the call. */
  value(result: number): T {
    return result as T;
  }

  error(result: number): Error {
    return new SyscallError(this.syscall, result, { fd: this.fd });
  }

  promise(): Promise<T> {
    const promise = new Promise<T>(take as never);
    this.resolve = resolveMade as (value: unknown) => void;
    this.reject = rejectMade;
    return promise;
  }

  /** Settles the promise as the call answered. */
  settle(result: number): void {
    if (result < 0) {
      this.reject!(this.error(result));
      return;
    }
    let value: T;
    try {
      value = this.value(result);
    } catch (error) {
      this.reject!(error);
      return;
    }
    this.resolve!(value);
  }

  fail(reason: unknown): void {
    this.reject!(reason);
  }

  /** Ends the wait, if it has not ended. */
  abort(reason: unknown): void {
    this.queue?.cancel(this, reason);
  }
}
