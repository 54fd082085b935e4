import type { Codec } from './codec';
import type { ReceivedControlFields, SentControlFields } from './fields';
import type { ControlName } from './message';

/** The fields of a message, as they are received if that can be. */
type FieldsOf<N extends ControlName> = N extends keyof ReceivedControlFields
  ? ReceivedControlFields[N]
  : N extends keyof SentControlFields
    ? SentControlFields[N]
    : never;

export type Direction = 'send' | 'receive' | 'both';

/** One control message: its number, its form, and one line of meaning. */
export interface ControlRow<N extends ControlName = ControlName> {
  readonly name: N;
  /** The level's and the type's names in C. */
  readonly constants: readonly [level: string, type: string];
  /** Absent at run time where the platform lacks the constant. */
  readonly level: number;
  /** The first is sent; others are older or newer numbers of the same message. */
  readonly types: readonly number[];
  readonly direction: Direction;
  /** The fields beside name, level and type. */
  readonly shape: string;
  readonly meaning: string;
  readonly codec: Codec<FieldsOf<N>>;
}

export function row<N extends ControlName>(entry: ControlRow<N>): ControlRow {
  return entry as unknown as ControlRow;
}
