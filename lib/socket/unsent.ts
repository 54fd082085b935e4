import * as rawMessage from '../call/message/raw';
import * as rawTransfer from '../call/transfer/raw';
import { EINTR, MSG_DONTWAIT } from '../core/constant';
import { Message } from '../message/message';

// A constant is looked up in a dictionary at each use; these are used for every chunk.
const INTERRUPTED = -EINTR;
const DONTWAIT: number = MSG_DONTWAIT;

/** As many buffers as a call takes (IOV_MAX on Linux and macOS). */
const MOST_BUFFERS = 1024;

/** What a stream was given to send and the kernel has not taken yet. */
export class Unsent {
  readonly size: number;
  private first = 0;
  private offset = 0;

  constructor(private readonly buffers: readonly Uint8Array[]) {
    this.size = buffers.reduce((size, { length }) => size + length, 0);
  }

  /** Notes that the kernel took so many bytes. */
  taken(count: number): void {
    let left = this.offset + count;
    while (this.first < this.buffers.length && left >= this.buffers[this.first]!.length) {
      left -= this.buffers[this.first]!.length;
      this.first += 1;
    }
    this.offset = left;
  }

  /** Sends until all is taken: 0; until there is no room: -EAGAIN; or until something is wrong: -errno. */
  send(fd: number): number {
    while (this.first < this.buffers.length) {
      const result = this.sendOnce(fd);
      if (result >= 0) this.taken(result);
      else if (result !== INTERRUPTED) return result;
    }
    return 0;
  }

  private sendOnce(fd: number): number {
    const head = this.buffers[this.first]!;
    if (this.first === this.buffers.length - 1) return rawTransfer.send(fd, head, DONTWAIT, this.offset);
    const buffers = this.buffers.slice(this.first, this.first + MOST_BUFFERS);
    buffers[0] = head.subarray(this.offset);
    return rawMessage.sendmsg(fd, new Message({ buffers }), DONTWAIT);
  }
}
