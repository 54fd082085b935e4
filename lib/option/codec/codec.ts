import type { Bytes } from '../../core/bytes';

/** How the value of an option is read from bytes and written to them. */
export interface Codec<Get, Set = Get> {
  /** How many bytes to ask for. */
  readonly room: number;
  /** Fewer bytes than these are no value; none if absent. */
  readonly least?: number;
  /** The value that the kernel wrote; `view` has as many bytes as it gave. */
  readonly read: (view: DataView) => Get;
  /** Checks a value of the caller, which `name` is what an error calls, and gives its bytes. */
  readonly write: (name: string, value: Set) => Bytes;
  /** True for a value whose bytes are a BPF program, which the kernel takes by a pointer. */
  readonly isProgram?: (value: Set) => boolean;
}
