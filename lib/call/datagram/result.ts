import { type AddressFor, failedAddress } from '../../address/argument';
import type { Bytes, Data } from '../../core/bytes';
import type { ActiveSocket } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';
import { type Received, receive, received } from './received';

/** `sendto(fd, buffer, length, flags, address, addrlen)`: sends bytes to an address. */
export function sendto<S extends ActiveSocket>(
  fd: S,
  buffer: Data,
  flags = 0,
  address?: AddressFor<S>,
  offset = 0,
  length?: number,
): Result<number, 'sendto'> {
  const result = raw.sendto(fd, buffer, flags, address, offset, length);
  return result < 0 ? failure('sendto', result, fd, address && failedAddress(address)) : success(result);
}

/** `recvfrom(fd, buffer, length, flags, address, addrlen)`: receives bytes, and tells who sent them. */
export function recvfrom<S extends ActiveSocket>(
  fd: S,
  buffer: Bytes,
  flags = 0,
  offset = 0,
  length?: number,
): Result<Received<S>, 'recvfrom'> {
  const result = receive(fd, buffer, flags, offset, length);
  return result < 0 ? failure('recvfrom', result, fd) : success(received<S>(result));
}
