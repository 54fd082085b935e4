import { type WaitOptions, checkOptions } from '../reactor/options';

/** The limits of a function of several calls: its time is for all of them together. */
export class Deadline {
  private readonly signal: AbortSignal | undefined;
  private readonly end: number | undefined;

  constructor(options: WaitOptions | undefined) {
    const { signal, timeout } = checkOptions(options);
    this.signal = signal;
    this.end = timeout === undefined ? undefined : performance.now() + timeout;
  }

  /** What is left for the next call. */
  left(): WaitOptions | undefined {
    if (this.end !== undefined) return { signal: this.signal, timeout: Math.max(0, this.end - performance.now()) };
    return this.signal === undefined ? undefined : { signal: this.signal };
  }

  /** The error with what was done before it; the program's own reason of an abort stays as it is. */
  told<P extends object>(error: unknown, progress: P): unknown {
    const own = error instanceof Error && !(this.signal?.aborted === true && error === this.signal.reason);
    return own ? Object.assign(error, progress) : error;
  }
}
