/** Who is compared in a cell. */
export interface Contest<A extends string = string> {
  /** A: what the others are compared with, and with which it is compared itself as the control. */
  readonly baseline: A;
  /** B, C, …: the arms that could be taken instead. */
  readonly candidates: readonly A[];
}
