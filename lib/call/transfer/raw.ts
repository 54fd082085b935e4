import type { Bytes, Data } from '../../core/bytes';
import { utf8 } from '../../core/bytes';
import { native } from '../../core/native';
import { Recent } from '../../core/recent';
import { prepare, transferred } from './prepare';

// A property of the addon's exports, which are many, is looked up anew by every call; a constant is not.
const [recentSend, recentRecv, recentRead, recentWrite] = [new Recent(), new Recent(), new Recent(), new Recent()];
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
