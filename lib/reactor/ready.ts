import { poll } from '../call/poll/raw';
import { checkInt } from '../core/check';
import { POLLIN, POLLOUT } from '../core/constant';
import type { Fd } from '../core/fd';
import type { WaitOptions } from './options';
import { begin } from './reactor';
import { READ, type Side, WRITE } from './side';
import { Wait } from './wait';

const polled = new Int32Array(3);

/** Waits for no call, but until one would not have to wait. */
class ReadyWait extends Wait<void> {
  constructor(fd: number, side: Side) {
    super('poll', fd, side);
  }

  call(): number {
    polled[0] = checkInt('fd', this.fd);
    polled[1] = this.side === READ ? POLLIN : POLLOUT;
    return poll(polled, 0);
  }

  check(): void {
    checkInt('fd', this.fd);
  }

  override waits(result: number): boolean {
    return result === 0;
  }

  override value(): void {}
}

/**
 * Waits until a descriptor can be read: bytes, a connection, the end or an error are there. It takes its place behind
 * what waits already to read from that descriptor.
 * @param fd any descriptor; it may block. One that is not open is ready: the call that follows says EBADF.
 * @param options `{ signal, timeout }`: what ends the wait.
 */
export function readable(fd: Fd, options?: WaitOptions): Promise<void> {
  return begin(new ReadyWait(fd, READ), options);
}

/**
 * Waits until a descriptor can be written: there is room, or an error. It takes its place behind what waits already to
 * write to that descriptor.
 * @param fd any descriptor; it may block. One that is not open is ready: the call that follows says EBADF.
 * @param options `{ signal, timeout }`: what ends the wait.
 */
export function writable(fd: Fd, options?: WaitOptions): Promise<void> {
  return begin(new ReadyWait(fd, WRITE), options);
}
