import { EAGAIN } from '../core/constant';
import type { CallName } from '../core/error/by-call';
import type { Side } from '../reactor/side';
import { Wait } from '../reactor/wait';

const AGAIN = -EAGAIN;

/** What a stream does when its descriptor is ready. */
export interface Waiter {
  /** Makes calls until one would block (-EAGAIN: it goes on waiting), or there is no more to be done (0 or -errno). */
  proceed(side: Side): number;
  /** There was no more to be done. */
  done(side: Side, result: number): void;
  /** The descriptor is not any more what was waited for. */
  lost(side: Side, reason: Error): void;
}

/** A wait of a stream, which uses it again and again, and has no promise. */
export class StreamWait extends Wait<void> {
  constructor(
    syscall: CallName,
    fd: number,
    side: Side,
    private readonly waiter: Waiter,
  ) {
    super(syscall, fd, side);
  }

  call(): number {
    const result = this.waiter.proceed(this.side);
    // What the stream's own listeners did may have ended this wait.
    return this.queue === undefined ? AGAIN : result;
  }

  check(): void {}

  override promise(): Promise<void> {
    return undefined as never;
  }

  override settle(result: number): void {
    this.waiter.done(this.side, result);
  }

  override fail(reason: unknown): void {
    this.waiter.lost(this.side, reason as Error);
  }
}
