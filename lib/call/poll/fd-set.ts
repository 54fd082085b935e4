import { checkUint } from '../../core/check';
import { FD_SETSIZE } from '../../core/constant';
import { wrongType } from '../../core/misuse';

/** Checks a descriptor that is to be in a set: there is no bit for one of FD_SETSIZE or more, and none for -1. */
export function checkSettable(name: string, fd: unknown): number {
  return checkUint(name, fd, FD_SETSIZE - 1);
}

/** The bytes of a set that a call was given; the bit of a descriptor is in the byte descriptor / 8. */
export let bitsOf: (name: string, set: FdSet | undefined) => Uint8Array | undefined;

/**
 * A set of descriptors for the raw door's `select`, which leaves in it those that are ready: C's `fd_set`. A descriptor
 * of FD_SETSIZE (1024) or more has no place in one, and is refused with a RangeError.
 */
export class FdSet {
  readonly #bits: Uint8Array = new Uint8Array(FD_SETSIZE / 8);

  /** @param fds the descriptors that are in the set at first. */
  constructor(fds: Iterable<number> = []) {
    for (const fd of fds) this.add(fd);
  }

  /** FD_SET. */
  add(fd: number): this {
    this.#bits[checkSettable('fd', fd) >> 3]! |= 1 << (fd & 7);
    return this;
  }

  /** FD_CLR. */
  delete(fd: number): this {
    this.#bits[checkSettable('fd', fd) >> 3]! &= ~(1 << (fd & 7));
    return this;
  }

  /** FD_ISSET. */
  has(fd: number): boolean {
    return ((this.#bits[checkSettable('fd', fd) >> 3]! >> (fd & 7)) & 1) === 1;
  }

  /** FD_ZERO. */
  clear(): this {
    this.#bits.fill(0);
    return this;
  }

  /** Makes this set the same as another: `select` overwrites its sets, so a loop keeps one that it copies from. */
  copy(from: FdSet): this {
    this.#bits.set(bitsOf('from', from)!);
    return this;
  }

  // The calls of this package alone get at the bytes, so nobody can detach them.
  static {
    bitsOf = (name, set) => {
      if (set === undefined) return undefined;
      if (typeof set !== 'object' || set === null || !(#bits in set)) {
        throw wrongType(name, 'an instance of FdSet', set);
      }
      return set.#bits;
    };
  }
}
