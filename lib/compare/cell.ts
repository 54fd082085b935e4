import type { DirectionName } from './direction';
import type { TransportName } from './transport';

/** One combination of conditions, in which the arms are compared with each other. */
export interface Cell {
  readonly transport: TransportName;
  /** The message's size in bytes. */
  readonly size: number;
  readonly direction: DirectionName;
}

/** The largest message: beyond it socket buffers rather than calls would be measured. */
export const MAX_SIZE = 65536;

/** Every combination, in the order in which they are reported. */
export function allCells(
  transports: readonly TransportName[],
  sizes: readonly number[],
  directions: readonly DirectionName[],
): Cell[] {
  return transports.flatMap((transport) =>
    directions.flatMap((direction) => sizes.map((size) => ({ transport, size, direction }))),
  );
}

/** A text that is equal for equal cells. */
export function cellKey({ transport, size, direction }: Cell): string {
  return `${transport} ${size} ${direction}`;
}
