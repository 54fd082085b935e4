import type { Address } from '../../core/address';
import type { Bytes, Data } from '../../core/bytes';
import { utf8 } from '../../core/bytes';
import { answer, setAddressed } from '../../core/frame';
import { MISUSE, NOT_SOCKADDR } from '../../core/answer';
import { misuse } from '../../core/misuse';
import { native } from '../../core/native';
import { Recent } from '../../core/recent';
import { addressBytes, outBytes } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';
import { prepare } from '../transfer/prepare';

const [recentSendto, recentRecvfrom, recentTo, recentFrom] = [new Recent(), new Recent(), new Recent(), new Recent()];
const { sockaddrSize } = native;
const { sendto: nativeSendto, recvfrom: nativeRecvfrom } = native;

/**
 * `sendto(fd, buffer + offset, length, flags, address, addrlen)`: sends bytes to an address.
 * @param address where to; without it the bytes go to the socket's peer, as with send.
 * @returns how many bytes the kernel took, or -errno.
 */
export function sendto(
  fd: number,
  buffer: Data,
  flags = 0,
  address?: Address | Sockaddr,
  offset = 0,
  length?: number,
): number {
  const bytes = typeof buffer === 'string' ? utf8.encode(buffer) : buffer;
  const to = address === undefined ? undefined : memoryOf(recentTo, addressBytes(address));
  const slice = prepare(recentSendto, fd, bytes, flags, offset, length);
  setAddressed(to !== undefined);
  nativeSendto(slice, to);
  return checked(address, bytes, offset, length);
}

/**
 * `recvfrom(fd, buffer + offset, length, flags, address, addrlen)`: receives bytes, and the address that they came
 * from.
 * @param address receives the sender's address, which is empty if the kernel gives none; without it the kernel is not
 * asked for one.
 * @returns how many bytes came, 0 at the end of a stream, or -errno.
 */
export function recvfrom(
  fd: number,
  buffer: Bytes,
  flags = 0,
  address?: Sockaddr,
  offset = 0,
  length?: number,
): number {
  const from = address === undefined ? undefined : memoryOf(recentFrom, outBytes('address', address));
  const slice = prepare(recentRecvfrom, fd, buffer, flags, offset, length);
  setAddressed(from !== undefined);
  nativeRecvfrom(slice, from);
  return checked(address, buffer, offset, length);
}

/** What is to be passed for an address: the buffer of one that comes again and again, if it has nothing else in it. */
function memoryOf(recent: Recent, bytes: Uint8Array): Bytes {
  if (bytes === recent.view && recent.buffer!.byteLength === sockaddrSize) return recent.buffer!;
  recent.notice(bytes);
  return bytes;
}

function checked(address: unknown, bytes: Bytes, offset: number, length: number | undefined): number {
  const result = answer();
  if (result === NOT_SOCKADDR) throw misuse(result, 'address', address);
  if (result <= MISUSE) throw misuse(result, 'buffer', bytes, offset, length);
  return result;
}
