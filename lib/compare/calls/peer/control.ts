import { send } from '../../../call/transfer/result';
import { SyscallError } from '../../../core/error/syscall-error';
import type { Fd } from '../../../core/fd';
import { recvFds, sendFds } from '../../../message/result';
import { SLICE_MS } from '../party/slice';

/** More ends than there are transports, blocking or not. */
const MOST_FDS = 64;
const NEWLINE = 10;

/**
 * One end of a stream of lines, each of them plain data. The thread is blocked while it reads: a peer is in calls all of its
 * time, and whoever measures has nothing else to do then.
 */
export class Control {
  private readonly buffer = Buffer.alloc(65536);
  private rest: Buffer = Buffer.alloc(0);
  private fds: Fd[] = [];

  /** The descriptor stays its owner's. Its reads and writes end after a slice. */
  constructor(readonly fd: Fd) {}

  /** Says something; false if nobody is there to hear it. */
  write(line: unknown, fds: readonly Fd[] = []): boolean {
    let bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    let attached = fds;
    while (bytes.length > 0) {
      const sent = attached.length > 0 ? sendFds(this.fd, attached, bytes) : send(this.fd, bytes);
      if (sent.ok) {
        bytes = bytes.subarray(sent.value);
        attached = [];
      } else if (sent.code === 'EPIPE' || sent.code === 'ECONNRESET') return false;
      else if (sent.code !== 'EINTR' && sent.code !== 'EAGAIN') throw new SyscallError(sent.syscall, sent.errno);
    }
    return true;
  }

  /** The next line; `undefined` if the other end is gone, or has said nothing for so many slices. */
  read(slices = Infinity): unknown {
    // By time, since signals may come more often than slices end. These count in ticks, so the last one is half of one.
    const until = performance.now() + (slices + 0.5) * SLICE_MS;
    for (;;) {
      const end = this.rest.indexOf(NEWLINE);
      if (end >= 0) {
        const line = this.rest.subarray(0, end).toString();
        this.rest = this.rest.subarray(end + 1);
        return JSON.parse(line);
      }
      const received = recvFds(this.fd, MOST_FDS, this.buffer);
      if (received.ok) {
        const { length, fds } = received.value;
        if (length === 0) return undefined;
        this.fds.push(...fds);
        this.rest = Buffer.concat([this.rest, this.buffer.subarray(0, length)]);
      } else if (received.code === 'EAGAIN' || received.code === 'EINTR') {
        if (performance.now() > until) return undefined;
      } else if (received.code === 'ECONNRESET') return undefined;
      else throw new SyscallError(received.syscall, received.errno);
    }
  }

  /** Whether another line has come already. */
  get pending(): boolean {
    return this.rest.includes(NEWLINE);
  }

  /** The descriptors that came with the lines so far; they are the caller's from now on. */
  takeFds(): Fd[] {
    const { fds } = this;
    this.fds = [];
    return fds;
  }
}
