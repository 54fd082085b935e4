import type { Bytes } from '../../core/bytes';
import { INET6_ADDRSTRLEN } from '../../core/constant';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';
import { addressSize } from './size';

const room = Buffer.alloc(INET6_ADDRSTRLEN);

/**
 * `inet_pton(af, src, dst)`: the bytes of an address in digits; its value is `undefined` if the text is no address of
 * that family.
 */
export function inet_pton(family: number, text: string): Result<Uint8Array | undefined, 'inet_pton'> {
  const address = new Uint8Array(addressSize(family));
  const result = raw.inet_pton(family, text, address);
  return result < 0 ? failure('inet_pton', result) : success(result === 0 ? undefined : address);
}

/** `inet_ntop(af, src, dst, size)`: an address in digits. */
export function inet_ntop(family: number, address: Bytes): Result<string, 'inet_ntop'> {
  const result = raw.inet_ntop(family, address, room);
  return result < 0 ? failure('inet_ntop', result) : success(room.toString('latin1', 0, result));
}
