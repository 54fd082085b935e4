import { read, recv } from '../../call/transfer/promises';
import type { Bytes } from '../../core/bytes';
import { EndOfStreamError, LimitError } from '../../core/error/stream-error';
import type { ActiveSocket, Fd } from '../../core/fd';
import type { WaitOptions } from '../../reactor/options';
import { Deadline } from '../deadline';
import { makePieces } from './pieces';
import { type ReadUntilEndOptions, limitOf, roomFor } from './room';

export type { ReadUntilEndOptions } from './room';

/**
 * Receives exactly as many bytes as are asked for: as many `recv` calls as it takes, none for no bytes, and waits
 * between them. What others receive from the socket meanwhile is missing here.
 * @param fd a stream socket; it may block.
 * @param buffer what to fill, or how many bytes.
 * @param flags MSG_* constants, or-ed, for each of the calls.
 * @param options `{ signal, timeout }`: what ends it; the time is for all calls together.
 * @returns the bytes; in the caller's memory, if that was given.
 * @throws {EndOfStreamError} if the stream ends before, with what came as `received`.
 * @throws {SyscallError | WaitError} as recv does, with `received`.
 */
export async function recvExactly(
  fd: ActiveSocket,
  buffer: Bytes | number,
  flags = 0,
  options?: WaitOptions,
): Promise<Buffer> {
  const room = roomFor(buffer);
  const deadline = new Deadline(options);
  const size = room.length;
  let received = 0;
  try {
    while (received < size) {
      const count = await recv(fd, room, flags, received, undefined, deadline.left());
      if (count === 0) throw new EndOfStreamError(room.subarray(0, received), size);
      received += count;
    }
  } catch (error) {
    throw deadline.told(error, { received: room.subarray(0, received) });
  }
  return room;
}

/**
 * Reads from any descriptor until the end: as many `read` calls as it takes, and waits between them.
 * @param fd a non-blocking descriptor that can be read and has an end.
 * @param options `{ limit, signal, timeout }`: how many bytes to take at most, which who does not trust the other end
 * should set; and what ends it, the time being for all calls together.
 * @returns all that came.
 * @throws {LimitError} if there are more bytes than the limit, with what came as `received`.
 * @throws {SyscallError | WaitError} as read does, with `received`.
 */
export async function readUntilEnd(fd: Fd, options?: ReadUntilEndOptions & WaitOptions): Promise<Buffer> {
  const pieces = makePieces(limitOf(options));
  const deadline = new Deadline(options);
  try {
    for (;;) {
      const count = await read(fd, pieces.room, 0, undefined, deadline.left());
      if (count === 0) return pieces.all();
      pieces.take(count);
    }
  } catch (error) {
    throw error instanceof LimitError ? error : deadline.told(error, { received: pieces.all() });
  }
}
