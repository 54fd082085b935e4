/** `true` if two types are the same, by TypeScript's own test of identity. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles for `true` alone. */
export function same<T extends true>(): T | undefined {
  return undefined;
}
