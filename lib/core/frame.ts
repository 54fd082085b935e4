import { native } from './native';

/**
 * The numbers of the call that is about to be made. Every call writes its own immediately before it goes native,
 * after all user code (getters, valueOf) that it may run, so a call made inside another's arguments does no harm.
 */
const ints = new Int32Array(native.frame, 0, 8);
const wides = new Float64Array(native.frame, 32, 4);

/** As a slice's length: up to the end of the buffer. */
export const TO_END = -1;

/** The slice of the call's buffer, in bytes. */
export function setSlice(offset: number, length: number): void {
  ints[6] = offset;
  ints[7] = length;
}

/** All of what a call that moves bytes has, in one go. */
export function setTransfer(fd: number, flags: number, offset: number, length: number): void {
  ints[1] = fd;
  ints[2] = flags;
  ints[6] = offset;
  ints[7] = length;
}

/** Whether the call that moves bytes has an address, too. */
export function setAddressed(addressed: boolean): void {
  ints[3] = addressed ? 1 : 0;
}

/** The integer arguments of a call, in C's order. */
export function setInts(first: number, second = 0, third = 0, fourth = 0): void {
  ints[1] = first;
  ints[2] = second;
  ints[3] = third;
  ints[4] = fourth;
}

/** The arguments of a call that need more than an int; integers up to 2^53. */
export function setWides(first: number, second = 0, third = 0, fourth = 0): void {
  wides[0] = first;
  wides[1] = second;
  wides[2] = third;
  wides[3] = fourth;
}

/** What a call wrote back into an integer argument, by the argument's place. */
export function intAt(place: number): number {
  return ints[1 + place]!;
}

/** What a call wrote back into a wide argument, by its place. */
export function wideAt(place: number): number {
  return wides[place]!;
}

/** The answer of the call just made: a value, -errno, or a misuse (see misuse.ts). */
export function answer(): number {
  return ints[0]!;
}
