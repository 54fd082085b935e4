import { POLLOUT, POLLWRBAND, POLLWRNORM } from '../../core/constant';
import { SyscallError } from '../../core/error/syscall-error';
import { type Limited, limit, unlimit } from '../../reactor/limit';
import type { Limits } from '../../reactor/options';
import { addWatcher, removeWatcher } from '../../reactor/reactor';
import type { Watcher } from '../../reactor/registration';
import { addPending, removePending } from '../../reactor/ring';
import { READ, WRITE } from '../../reactor/side';
import * as raw from './raw';

const WRITING = POLLOUT | (POLLWRNORM ?? 0) | (POLLWRBAND ?? 0);

/** A poll() that found nothing, and is made again whenever one of its descriptors changes. */
export class PollWait implements Watcher, Limited {
  readonly syscall = 'poll';
  timer: NodeJS.Timeout | undefined = undefined;
  signal: AbortSignal | undefined = undefined;
  private ended = false;

  /** @param fds the triplets of the raw door; nobody else has them. */
  constructor(
    private readonly fds: Int32Array,
    private readonly resolve: (count: number) => void,
    private readonly reject: (reason: unknown) => void,
  ) {}

  begin(limits: Limits): void {
    addPending();
    try {
      for (let at = 0; at < this.fds.length; at += 3) this.watch(this.fds[at]!, this.fds[at + 1]!);
    } catch (error) {
      this.abort(error);
      return;
    }
    limit(this, limits);
  }

  wake(): void {
    if (this.ended) return;
    const result = raw.poll(this.fds, 0);
    if (result === 0) return;
    this.end();
    if (result > 0) this.resolve(result);
    else this.reject(this.error(result));
  }

  cancel(errno: number): void {
    this.abort(this.error(errno));
  }

  abort(reason: unknown): void {
    if (this.ended) return;
    this.end();
    this.reject(reason);
  }

  error(errno: number): Error {
    return new SyscallError('poll', errno);
  }

  /** POLLERR and POLLHUP come unasked, so a descriptor without events is watched for them. */
  private watch(fd: number, events: number): void {
    if (fd < 0) return;
    if ((events & WRITING) !== 0) addWatcher(this, fd, WRITE);
    if ((events & ~WRITING) !== 0 || events === 0) addWatcher(this, fd, READ);
  }

  private end(): void {
    this.ended = true;
    for (let at = 0; at < this.fds.length; at += 3) removeWatcher(this, this.fds[at]!);
    removePending();
    unlimit(this);
  }
}
