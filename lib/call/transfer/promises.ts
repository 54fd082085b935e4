import { type Bytes, type Data, utf8 } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { EAGAIN, MSG_DONTWAIT } from '../../core/constant';
import { SyscallError } from '../../core/error/syscall-error';
import type { ActiveSocket, Fd } from '../../core/fd';
import type { WaitOptions } from '../../reactor/options';
import { begin, enqueue, isFree } from '../../reactor/reactor';
import { READ, WRITE } from '../../reactor/side';
import { rejected, succeed } from '../../reactor/turn';
import { refuseBlocking } from '../../reactor/nonblocking';
import * as raw from './raw';
import { TransferWait } from './transfer-wait';

// In the bundle a constant is looked up at each use.
const AGAIN = -EAGAIN;
const DONTWAIT = MSG_DONTWAIT;

class SendWait extends TransferWait {
  constructor(fd: number, bytes: Bytes, flags: number, offset: number, length: number | undefined) {
    super('send', fd, WRITE, bytes, flags, offset, length);
  }

  call(): number {
    return raw.send(this.fd, this.bytes, this.flags, this.offset, this.length);
  }
}

class RecvWait extends TransferWait {
  constructor(fd: number, bytes: Bytes, flags: number, offset: number, length: number | undefined) {
    super('recv', fd, READ, bytes, flags, offset, length);
  }

  call(): number {
    return raw.recv(this.fd, this.bytes, this.flags, this.offset, this.length);
  }
}

class ReadWait extends TransferWait {
  constructor(fd: number, bytes: Bytes, offset: number, length: number | undefined) {
    super('read', fd, READ, bytes, 0, offset, length);
  }

  call(): number {
    refuseBlocking('read', this.fd);
    return raw.read(this.fd, this.bytes, this.offset, this.length);
  }
}

class WriteWait extends TransferWait {
  constructor(fd: number, bytes: Bytes, offset: number, length: number | undefined) {
    super('write', fd, WRITE, bytes, 0, offset, length);
  }

  call(): number {
    refuseBlocking('write', this.fd);
    return raw.write(this.fd, this.bytes, this.offset, this.length);
  }
}

/**
 * `send(fd, buffer, length, flags)`: sends bytes over a connected socket, and waits for room if there is none.
 *
 * It makes one system call that moves bytes, so on a stream it may take fewer than were given. MSG_DONTWAIT is added, so
 * a blocking socket will do as well.
 * @param fd a connected socket.
 * @param buffer what to send; a string goes out as UTF-8. Bytes are those that it has when there is room.
 * @param flags MSG_* constants, or-ed.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes; up to the buffer's end if absent.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes the kernel took.
 * @throws {SyscallError} EPIPE, ECONNRESET, ENOTCONN, EMSGSIZE and others; ECANCELED if the descriptor was closed.
 * @see send(2), https://man7.org/linux/man-pages/man2/send.2.html
 */
export function send(
  fd: ActiveSocket,
  buffer: Data,
  flags = 0,
  offset = 0,
  length?: number,
  options?: WaitOptions,
): Promise<number> {
  try {
    const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
    const unblocking = checkInt('flags', flags) | DONTWAIT;
    if (options !== undefined || !isFree(fd, WRITE))
      return begin(new SendWait(fd, bytes, unblocking, offset, length), options);
    const result = raw.send(fd, bytes, unblocking, offset, length);
    if (result >= 0) return succeed(result);
    if (result === AGAIN) return enqueue(new SendWait(fd, bytes, unblocking, offset, length));
    return rejected(new SyscallError('send', result, { fd }));
  } catch (error) {
    return rejected(error);
  }
}

/**
 * `recv(fd, buffer, length, flags)`: receives bytes from a socket, and waits for them if none have come.
 *
 * MSG_DONTWAIT is added, so a blocking socket will do as well; MSG_WAITALL has no effect then.
 * @param fd a socket.
 * @param buffer what to fill. Bytes outside the offset and length given are not touched.
 * @param flags MSG_* constants, or-ed: MSG_PEEK and others.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes at most; up to the buffer's end if absent.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes came; 0 when the peer has ended the stream.
 * @throws {SyscallError} ECONNRESET, ENOTCONN, ECONNREFUSED and others; ECANCELED if the descriptor was closed.
 * @see recv(2), https://man7.org/linux/man-pages/man2/recv.2.html
 */
export function recv(
  fd: ActiveSocket,
  buffer: Bytes,
  flags = 0,
  offset = 0,
  length?: number,
  options?: WaitOptions,
): Promise<number> {
  try {
    const unblocking = checkInt('flags', flags) | DONTWAIT;
    if (options !== undefined || !isFree(fd, READ))
      return begin(new RecvWait(fd, buffer, unblocking, offset, length), options);
    const result = raw.recv(fd, buffer, unblocking, offset, length);
    if (result >= 0) return succeed(result);
    if (result === AGAIN) return enqueue(new RecvWait(fd, buffer, unblocking, offset, length));
    return rejected(new SyscallError('recv', result, { fd }));
  } catch (error) {
    return rejected(error);
  }
}

/**
 * `read(fd, buffer, length)`: reads bytes from any descriptor, and waits for them if none have come.
 *
 * Whether the descriptor is non-blocking is asked before each call, by fcntl: read has no MSG_DONTWAIT.
 * @param fd a non-blocking descriptor that can be read.
 * @param buffer what to fill. Bytes outside the offset and length given are not touched.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes at most; up to the buffer's end if absent.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes came; 0 at the end.
 * @throws {WaitError} ERR_SOCKCALL_BLOCKING_FD if the descriptor blocks.
 * @throws {SyscallError} ECONNRESET, ENOTCONN and others; ECANCELED if the descriptor was closed.
 * @see read(2), https://man7.org/linux/man-pages/man2/read.2.html
 */
export function read(fd: Fd, buffer: Bytes, offset = 0, length?: number, options?: WaitOptions): Promise<number> {
  return begin(new ReadWait(fd, buffer, offset, length), options);
}

/**
 * `write(fd, buffer, length)`: writes bytes to any descriptor, and waits for room if there is none.
 *
 * Whether the descriptor is non-blocking is asked before each call, by fcntl: write has no MSG_DONTWAIT.
 * @param fd a non-blocking descriptor that can be written.
 * @param buffer what to write; a string goes out as UTF-8. Bytes are those that it has when there is room.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes; up to the buffer's end if absent.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes the kernel took, which may be fewer than were given.
 * @throws {WaitError} ERR_SOCKCALL_BLOCKING_FD if the descriptor blocks.
 * @throws {SyscallError} EPIPE, ECONNRESET, ENOTCONN and others; ECANCELED if the descriptor was closed.
 * @see write(2), https://man7.org/linux/man-pages/man2/write.2.html
 */
export function write(fd: Fd, buffer: Data, offset = 0, length?: number, options?: WaitOptions): Promise<number> {
  const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
  return begin(new WriteWait(fd, bytes, offset, length), options);
}
