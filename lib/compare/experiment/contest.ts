/** Who is compared in a cell. */
export interface Contest {
  /** A: what the others are compared with, and with which it is compared itself as the control. */
  readonly baseline: string;
  /** B, C, …: the arms that could be taken instead. */
  readonly candidates: readonly string[];
}
