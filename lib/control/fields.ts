import type { Fd } from '../core/fd';

/** What the control messages that can be received have beside name, level and type. */
export interface ReceivedControlFields {
  /** Descriptors that the sender passed on, now open here: whoever receives them closes them. */
  SCM_RIGHTS: { fds: Fd[] };
}

/** What the control messages that can be sent have beside their name. */
export interface SentControlFields {
  SCM_RIGHTS: { fds: readonly Fd[] };
}
