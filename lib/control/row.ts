import {
  IPPROTO_IP,
  IPPROTO_IPV6,
  SOL_ALG,
  SOL_NETLINK,
  SOL_PACKET,
  SOL_SOCKET,
  SOL_TCP,
  SOL_TLS,
  SOL_UDP,
} from '../core/constant';
import type { Codec } from './codec';
import type { ReceivedControlFields, SentControlFields } from './fields';
import type { ControlName } from './message';

/** The fields of a message: as they are received, if it can be received. */
type FieldsOf<N extends ControlName> = N extends keyof ReceivedControlFields
  ? ReceivedControlFields[N]
  : N extends keyof SentControlFields
    ? SentControlFields[N]
    : never;

type DirectionOf<N extends ControlName> = N extends keyof ReceivedControlFields
  ? N extends keyof SentControlFields
    ? 'both'
    : 'receive'
  : 'send';

const levels = {
  SOL_SOCKET,
  IPPROTO_IP,
  IPPROTO_IPV6,
  SOL_UDP,
  SOL_TCP,
  SOL_TLS,
  SOL_ALG,
  SOL_PACKET,
  SOL_NETLINK,
} as const;

/** One control message: its numbers and its form. What it means is in texts.ts, which no program loads. */
export interface ControlRow {
  readonly name: ControlName;
  /** The level's name in C. */
  readonly levelName: keyof typeof levels;
  /** Absent at run time where the platform lacks the constant, as the types may be. */
  readonly level: number;
  /** The first is what is sent; others are older or newer numbers of the same message. */
  readonly types: readonly number[];
  readonly direction: 'send' | 'receive' | 'both';
  readonly codec: Codec<object>;
}

export function row<N extends ControlName>(
  levelName: keyof typeof levels,
  name: N,
  types: readonly number[],
  direction: DirectionOf<N>,
  codec: Codec<FieldsOf<N>>,
): ControlRow {
  const level = levels[levelName];
  return { name, levelName, level, types, direction, codec };
}
