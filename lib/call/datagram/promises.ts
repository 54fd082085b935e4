import { type AddressFor, failedAddress } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import { type Bytes, type Data, utf8 } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { EAGAIN, MSG_DONTWAIT } from '../../core/constant';
import { SyscallError } from '../../core/error/syscall-error';
import type { ActiveSocket } from '../../core/fd';
import type { WaitOptions } from '../../reactor/options';
import { begin, enqueue, isFree } from '../../reactor/reactor';
import { READ, WRITE } from '../../reactor/side';
import { rejected, succeed } from '../../reactor/turn';
import { TransferWait } from '../transfer/transfer-wait';
import * as raw from './raw';
import { type Received, receive, received } from './received';

export type { Received } from './received';

// In the bundle a constant is looked up at each use.
const AGAIN = -EAGAIN;
const DONTWAIT = MSG_DONTWAIT;

class SendtoWait extends TransferWait {
  private readonly address: Sockaddr | undefined;

  constructor(
    fd: number,
    bytes: Bytes,
    flags: number,
    address: AddressFor<unknown> | undefined,
    offset: number,
    length: number | undefined,
  ) {
    super('sendto', fd, WRITE, bytes, flags, offset, length);
    this.address = address === undefined || address instanceof Sockaddr ? address : new Sockaddr(address);
  }

  call(): number {
    return raw.sendto(this.fd, this.bytes, this.flags, this.address, this.offset, this.length);
  }

  override error(result: number): Error {
    const address = this.address && failedAddress(this.address);
    return new SyscallError('sendto', result, { fd: this.fd, address });
  }
}

class RecvfromWait<S> extends TransferWait<Received<S>> {
  constructor(fd: number, bytes: Bytes, flags: number, offset: number, length: number | undefined) {
    super('recvfrom', fd, READ, bytes, flags, offset, length);
  }

  call(): number {
    return receive(this.fd, this.bytes, this.flags, this.offset, this.length);
  }

  override value(length: number): Received<S> {
    return received<S>(length);
  }
}

/**
 * `sendto(fd, buffer, length, flags, address, addrlen)`: sends bytes to an address, and waits for room if there is none.
 *
 * MSG_DONTWAIT is added, so a blocking socket will do as well. The address is taken when this is called, the bytes when
 * there is room.
 * @param fd a socket.
 * @param buffer what to send; a string goes out as UTF-8. No bytes are an empty datagram.
 * @param flags MSG_* constants, or-ed.
 * @param address where to, of the socket's family; `undefined` for the socket's peer.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes; up to the buffer's end if absent.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes the kernel took: of a datagram all.
 * @throws {SyscallError} EMSGSIZE, EDESTADDRREQ, ECONNREFUSED, ENETUNREACH, EACCES and others; ECANCELED if the descriptor
 * was closed.
 * @see sendto(2), https://man7.org/linux/man-pages/man2/sendto.2.html
 */
export function sendto<S extends ActiveSocket>(
  fd: S,
  buffer: Data,
  flags = 0,
  address?: AddressFor<S>,
  offset = 0,
  length?: number,
  options?: WaitOptions,
): Promise<number> {
  try {
    const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
    const unblocking = checkInt('flags', flags) | DONTWAIT;
    if (options !== undefined || !isFree(fd, WRITE))
      return begin(new SendtoWait(fd, bytes, unblocking, address, offset, length), options);
    const result = raw.sendto(fd, bytes, unblocking, address, offset, length);
    if (result >= 0) return succeed(result);
    const wait = new SendtoWait(fd, bytes, unblocking, address, offset, length);
    return result === AGAIN ? enqueue(wait) : rejected(wait.error(result));
  } catch (error) {
    return rejected(error);
  }
}

/**
 * `recvfrom(fd, buffer, length, flags, address, addrlen)`: receives bytes and tells who sent them; waits if none have come.
 *
 * MSG_DONTWAIT is added, so a blocking socket will do as well.
 * @param fd a socket.
 * @param buffer what to fill. Bytes outside the offset and length given are not touched.
 * @param flags MSG_* constants, or-ed: MSG_PEEK, MSG_TRUNC and others.
 * @param offset where in the buffer to begin, in bytes.
 * @param length how many bytes at most; up to the buffer's end if absent.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns how many bytes came, and the sender's address; `undefined` if the kernel gives none, as for TCP and for a
 * unix socket without a name.
 * @throws {SyscallError} ECONNREFUSED, ECONNRESET, ENOTCONN and others; ECANCELED if the descriptor was closed.
 * @see recvfrom(2), https://man7.org/linux/man-pages/man2/recvfrom.2.html
 */
export function recvfrom<S extends ActiveSocket>(
  fd: S,
  buffer: Bytes,
  flags = 0,
  offset = 0,
  length?: number,
  options?: WaitOptions,
): Promise<Received<S>> {
  try {
    const unblocking = checkInt('flags', flags) | DONTWAIT;
    if (options !== undefined || !isFree(fd, READ))
      return begin(new RecvfromWait<S>(fd, buffer, unblocking, offset, length), options);
    const result = receive(fd, buffer, unblocking, offset, length);
    if (result >= 0) return succeed(received<S>(result));
    if (result === AGAIN) return enqueue(new RecvfromWait<S>(fd, buffer, unblocking, offset, length));
    return rejected(new SyscallError('recvfrom', result, { fd }));
  } catch (error) {
    return rejected(error);
  }
}
