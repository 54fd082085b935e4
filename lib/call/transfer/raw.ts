import type { Bytes, Data } from '../../core/bytes';
import { utf8, viewOf } from '../../core/bytes';
import { isInt, isSize, notInt, notSize } from '../../core/check';
import { TO_END, answer, setTransfer } from '../../core/frame';
import { MISUSE, misuse, outOfRange } from '../../core/misuse';
import { native } from '../../core/native';
import { Recent } from '../../core/recent';

// A property of the addon's exports, which are many, is looked up anew by every call; a constant is not.
const [recentSend, recentRecv, recentRead, recentWrite] = [new Recent(), new Recent(), new Recent(), new Recent()];
const INT_MAX = 0x7fffffff;
const { send: nativeSend, recv: nativeRecv, read: nativeRead, write: nativeWrite } = native;

/**
 * `send(fd, buffer + offset, length, flags)`: sends bytes over a connected socket.
 * @returns how many bytes the kernel took, or -errno.
 */
export function send(fd: number, buffer: Data, flags = 0, offset = 0, length?: number): number {
  const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
  nativeSend(prepare(recentSend, fd, bytes, flags, offset, length));
  return transferred(bytes, offset, length);
}

/**
 * `recv(fd, buffer + offset, length, flags)`: receives bytes from a socket.
 * @returns how many bytes came, 0 at the end of a stream, or -errno.
 */
export function recv(fd: number, buffer: Bytes, flags = 0, offset = 0, length?: number): number {
  nativeRecv(prepare(recentRecv, fd, buffer, flags, offset, length));
  return transferred(buffer, offset, length);
}

/**
 * `read(fd, buffer + offset, length)`: reads bytes from any descriptor.
 * @returns how many bytes came, 0 at the end, or -errno.
 */
export function read(fd: number, buffer: Bytes, offset = 0, length?: number): number {
  nativeRead(prepare(recentRead, fd, buffer, 0, offset, length));
  return transferred(buffer, offset, length);
}

/**
 * `write(fd, buffer + offset, length)`: writes bytes to any descriptor.
 * @returns how many bytes the kernel took, or -errno.
 */
export function write(fd: number, buffer: Data, offset = 0, length?: number): number {
  const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
  nativeWrite(prepare(recentWrite, fd, bytes, 0, offset, length));
  return transferred(bytes, offset, length);
}

/** Writes the arguments of a call into the frame, and gives what is to be passed for its bytes. */
function prepare(recent: Recent, fd: number, bytes: Bytes, flags: number, offset: number, length?: number): Bytes {
  // The hot path is short, so that it is inlined. What does not fit it in any way is looked at in full below.
  if (bytes === recent.view && isInt(fd) && isInt(flags) && isInt(offset) && offset >= 0) {
    const rest = recent.length - offset;
    const count = length === undefined ? rest : length;
    if (isInt(count) && count >= 0 && count <= rest) {
      setTransfer(fd, flags, recent.place + offset, count);
      return recent.buffer!;
    }
  }
  return prepareAny(recent, fd, bytes, flags, offset, length);
}

function prepareAny(recent: Recent, fd: number, bytes: Bytes, flags: number, offset: number, length?: number): Bytes {
  if (!isInt(fd)) throw notInt('fd', fd);
  if (!isInt(flags)) throw notInt('flags', flags);
  if (!isSize(offset)) throw notSize('offset', offset);
  if (length !== undefined && !isSize(length)) throw notSize('length', length);
  recent.notice(bytes);
  if (offset > INT_MAX || (length !== undefined && length > INT_MAX))
    return prepareWide(fd, bytes, flags, offset, length);
  setTransfer(fd, flags, offset, length ?? TO_END);
  return bytes;
}

/** A slice that the frame's ints can't tell is passed as a view of its own. */
function prepareWide(fd: number, bytes: Bytes, flags: number, offset: number, length?: number): Uint8Array {
  const whole = viewOf('buffer', bytes);
  const rest = whole.byteLength - offset;
  if (rest < 0) throw outOfRange('offset', `>= 0 && <= ${whole.byteLength}`, offset);
  if ((length ?? 0) > rest) throw outOfRange('length', `>= 0 && <= ${rest}`, length);
  setTransfer(fd, flags, 0, TO_END);
  return new Uint8Array(whole.buffer, whole.byteOffset + offset, length ?? rest);
}

function transferred(bytes: Bytes, offset: number, length: number | undefined): number {
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'buffer', bytes, offset, length);
  return result;
}
