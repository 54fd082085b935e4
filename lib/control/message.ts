import type { Fd } from '../core/fd';

export interface RawControlMessage {
  readonly level: number;
  readonly type: number;
  readonly data: Uint8Array;
}

export interface RightsMessage {
  readonly level: number;
  readonly type: number;
  readonly fds: readonly Fd[];
}

export type ControlMessage = RawControlMessage | RightsMessage;
