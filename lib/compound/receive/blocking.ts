import * as raw from '../../call/transfer/raw';
import type { Bytes } from '../../core/bytes';
import { EINTR } from '../../core/constant';
import { EndOfStreamError } from '../../core/error/stream-error';
import type { ActiveSocket, Fd } from '../../core/fd';
import { isPatient } from '../retry/patience';
import { makePieces } from './pieces';
import { type ReadUntilEndOptions, limitOf, roomFor, stoppedWith } from './room';

export type { ReadUntilEndOptions } from './room';

/**
 * Receives exactly as many bytes as are asked for: as many `recv` calls as it takes, none for no bytes.
 *
 * EINTR, and EAGAIN of a non-blocking socket, end it as any other error does; the error's `received` has what came
 * before. Within `retryOnEintr` it goes on after EINTR.
 * @param fd a stream socket.
 * @param buffer what to fill, or how many bytes.
 * @param flags MSG_* constants, or-ed, for each of the calls.
 * @returns the bytes; in the caller's memory, if that was given.
 * @throws {EndOfStreamError} if the stream ends before, with what came as `received`.
 * @throws {SyscallError} as recv does, with `received`.
 */
export function recvExactly(fd: ActiveSocket, buffer: Bytes | number, flags = 0): Buffer {
  const room = roomFor(buffer);
  const size = room.length;
  let received = 0;
  while (received < size) {
    const result = raw.recv(fd, room, flags, received);
    if (result > 0) received += result;
    else if (result === 0) throw new EndOfStreamError(room.subarray(0, received), size);
    else if (result !== -EINTR || !isPatient()) throw stoppedWith(room.subarray(0, received), 'recv', result, fd);
  }
  return room;
}

/**
 * Reads from any descriptor until the end: as many `read` calls as it takes.
 *
 * EINTR, and EAGAIN of a non-blocking descriptor, end it as any other error does; the error's `received` has what came
 * before. Within `retryOnEintr` it goes on after EINTR.
 * @param fd any descriptor that can be read and has an end.
 * @param options `{ limit }`: how many bytes to take at most. Who does not trust the other end should set it.
 * @returns all that came.
 * @throws {LimitError} if there are more bytes than the limit, with what came as `received`.
 * @throws {SyscallError} as read does, with `received`.
 */
export function readUntilEnd(fd: Fd, options?: ReadUntilEndOptions): Buffer {
  const pieces = makePieces(limitOf(options));
  for (;;) {
    const result = raw.read(fd, pieces.room);
    if (result > 0) pieces.take(result);
    else if (result === 0) return pieces.all();
    else if (result !== -EINTR || !isPatient()) throw stoppedWith(pieces.all(), 'read', result, fd);
  }
}
