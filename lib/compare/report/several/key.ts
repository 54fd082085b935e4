import { type Cell, cellKey } from '../../experiment';

interface Named {
  readonly cell: Cell;
  readonly view: string;
  /** The arms, or what has their name. */
  readonly baseline: string | { readonly arm: string };
  readonly candidate: string | { readonly arm: string };
}

/** Equal for the same arms in the same cell and view. */
export function keyOf({ cell, view, baseline, candidate }: Named): string {
  return JSON.stringify([cellKey(cell), view, nameOf(baseline), nameOf(candidate)]);
}

function nameOf(arm: Named['baseline']): string {
  return typeof arm === 'string' ? arm : arm.arm;
}
