import * as raw from '../../call/transfer/raw';
import type { Data } from '../../core/bytes';
import { EINTR } from '../../core/constant';
import type { ActiveSocket, Fd } from '../../core/fd';
import { isPatient } from '../retry/patience';
import { bytesOf, stoppedAt } from './bytes';

/**
 * Writes all of the data to any descriptor: as many `write` calls as it takes, one at least.
 *
 * EINTR, and EAGAIN of a non-blocking descriptor, end it as any other error does; the error's `written` tells how far it
 * came. Within `retryOnEintr` it goes on after EINTR.
 * @param fd any descriptor that can be written.
 * @param data what to write; a string goes out as UTF-8.
 * @returns how many bytes that was: all.
 * @throws {SyscallError} as write does, with `written`: how many bytes the calls before have taken.
 */
export function writeAll(fd: Fd, data: Data): number {
  const bytes = bytesOf(data);
  const size = bytes.length;
  let written = 0;
  do {
    const result = raw.write(fd, bytes, written);
    if (result >= 0) written += result;
    else if (result !== -EINTR || !isPatient()) throw stoppedAt(written, 'write', result, fd);
  } while (written < size);
  return written;
}

/**
 * Sends all of the data over a connected socket: as many `send` calls as it takes, one at least.
 *
 * EINTR, and EAGAIN of a non-blocking socket, end it as any other error does; the error's `written` tells how far it
 * came. Within `retryOnEintr` it goes on after EINTR.
 * @param fd a connected socket.
 * @param data what to send; a string goes out as UTF-8.
 * @param flags MSG_* constants, or-ed, for each of the calls.
 * @returns how many bytes that was: all.
 * @throws {SyscallError} as send does, with `written`: how many bytes the calls before have taken.
 */
export function sendAll(fd: ActiveSocket, data: Data, flags = 0): number {
  const bytes = bytesOf(data);
  const size = bytes.length;
  let written = 0;
  do {
    const result = raw.send(fd, bytes, flags, written);
    if (result >= 0) written += result;
    else if (result !== -EINTR || !isPatient()) throw stoppedAt(written, 'send', result, fd);
  } while (written < size);
  return written;
}
