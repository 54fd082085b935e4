import { type AddressFor, failedAddress } from '../../address/argument';
import type { Bytes, Data } from '../../core/bytes';
import type { ActiveSocket } from '../../core/fd';
import { fail } from '../gate';
import * as raw from './raw';
import { type Received, receive, received } from './received';

/**
 * `sendto(fd, buffer, length, flags, address, addrlen)`: sends bytes to an address: a letter, where `send` is the
 * talking of a telephone call.
 *
 * On a datagram socket each call is one datagram. A connected one may be given another address for this call on Linux;
 * elsewhere that is EISCONN. A connected stream takes no notice of the address on Linux. An inet socket that has no
 * address yet is bound to a port of the kernel's choice.
 * @param fd a socket.
 * @param buffer what to send; a string goes out as UTF-8. No bytes are an empty datagram.
 * @param flags MSG_* constants, or-ed.
 * @param address where to, of the socket's family; `undefined` for the socket's peer. A `Sockaddr` is encoded already.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes; up to the buffer's end if absent.
 * @returns how many bytes the kernel took: of a datagram all.
 * @throws {SyscallError} EAGAIN, EMSGSIZE, EDESTADDRREQ, ECONNREFUSED, ENETUNREACH, EACCES and others.
 * @see sendto(2), https://man7.org/linux/man-pages/man2/sendto.2.html
 */
export function sendto<S extends ActiveSocket>(
  fd: S,
  buffer: Data,
  flags = 0,
  address?: AddressFor<S>,
  offset = 0,
  length?: number,
): number {
  const result = raw.sendto(fd, buffer, flags, address, offset, length);
  return result < 0 ? fail('sendto', result, fd, address && failedAddress(address)) : result;
}

/**
 * `recvfrom(fd, buffer, length, flags, address, addrlen)`: receives bytes, and tells who sent them.
 *
 * A datagram that is longer than the buffer loses its rest; with MSG_TRUNC the length given is on Linux its real one.
 * @param fd a socket.
 * @param buffer what to fill. Bytes outside the offset and length given are not touched.
 * @param flags MSG_* constants, or-ed: MSG_PEEK, MSG_DONTWAIT, MSG_TRUNC and others.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes at most; up to the buffer's end if absent.
 * @returns how many bytes came, and the sender's address; `undefined` if the kernel gives none, as for TCP and for a
 * unix socket without a name.
 * @throws {SyscallError} EAGAIN, ECONNREFUSED, ECONNRESET, ENOTCONN, EINTR and others.
 * @see recvfrom(2), https://man7.org/linux/man-pages/man2/recvfrom.2.html
 */
export function recvfrom<S extends ActiveSocket>(
  fd: S,
  buffer: Bytes,
  flags = 0,
  offset = 0,
  length?: number,
): Received<S> {
  const result = receive(fd, buffer, flags, offset, length);
  return result < 0 ? fail('recvfrom', result, fd) : received<S>(result);
}
