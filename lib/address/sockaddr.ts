import { native } from '../core/native';
import { type Address, formatAddress } from '../core/address';
import { decode } from './decode';
import { encodeInto } from './encode';

/**
 * An address in the kernel's own form (`struct sockaddr` with its length): encoded once, for calls that are made
 * again and again, or to be written to by the raw door's `accept`, `getsockname` and `getpeername`, and reused.
 */
export class Sockaddr {
  /** The structure's bytes, with its length before them: for the calls of this package only. */
  readonly bytes: Uint8Array = new Uint8Array(native.sockaddrSize);

  /** @param address what to encode; without it there is no address yet. */
  constructor(address?: Address) {
    if (address !== undefined) encodeInto(this.bytes, address);
  }

  /** Encodes another address into the same memory. */
  encode(address: Address): this {
    encodeInto(this.bytes, address);
    return this;
  }

  /** The address as a plain object; `undefined` if there is none. */
  decode(): Address | undefined {
    return decode(this.bytes);
  }

  toString(): string {
    const address = this.decode();
    return address === undefined ? '(no address)' : formatAddress(address);
  }
}

/** A Sockaddr whose memory is a part of a larger block. */
export function sockaddrIn(block: ArrayBuffer, place: number): Sockaddr {
  const bytes = new Uint8Array(block, place, native.sockaddrSize);
  return Object.assign(Object.create(Sockaddr.prototype) as Sockaddr, { bytes });
}
