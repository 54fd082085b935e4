import { send, write } from '../../call/transfer/promises';
import type { Data } from '../../core/bytes';
import type { ActiveSocket, Fd } from '../../core/fd';
import type { WaitOptions } from '../../reactor/options';
import { Deadline } from '../deadline';
import { bytesOf } from './bytes';

/**
 * Writes all of the data to any descriptor: as many `write` calls as it takes, one at least, and waits for room between
 * them. What others write to the descriptor meanwhile may come in between.
 * @param fd a non-blocking descriptor that can be written.
 * @param data what to write; a string goes out as UTF-8. It must stay as it is until all is written.
 * @param options `{ signal, timeout }`: what ends it; the time is for all calls together.
 * @returns how many bytes that was: all.
 * @throws {SyscallError | WaitError} as write does, with `written`: how many bytes the calls before have taken.
 */
export function writeAll(fd: Fd, data: Data, options?: WaitOptions): Promise<number> {
  return takeAll(data, options, (bytes, written, left) => write(fd, bytes, written, undefined, left));
}

/**
 * Sends all of the data over a connected socket: as many `send` calls as it takes, one at least, and waits for room
 * between them. What others send over the socket meanwhile may come in between.
 * @param fd a connected socket; it may block.
 * @param data what to send; a string goes out as UTF-8. It must stay as it is until all is sent.
 * @param flags MSG_* constants, or-ed, for each of the calls.
 * @param options `{ signal, timeout }`: what ends it; the time is for all calls together.
 * @returns how many bytes that was: all.
 * @throws {SyscallError | WaitError} as send does, with `written`: how many bytes the calls before have taken.
 */
export function sendAll(fd: ActiveSocket, data: Data, flags = 0, options?: WaitOptions): Promise<number> {
  return takeAll(data, options, (bytes, written, left) => send(fd, bytes, flags, written, undefined, left));
}

async function takeAll(
  data: Data,
  options: WaitOptions | undefined,
  take: (bytes: Uint8Array, written: number, left?: WaitOptions) => Promise<number>,
): Promise<number> {
  const bytes = bytesOf(data);
  const deadline = new Deadline(options);
  const size = bytes.length;
  let written = 0;
  try {
    do written += await take(bytes, written, deadline.left());
    while (written < size);
  } catch (error) {
    throw deadline.told(error, { written });
  }
  return written;
}
