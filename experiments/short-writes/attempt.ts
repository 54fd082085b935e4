import {
  FIONREAD,
  F_GETFL,
  F_SETFL,
  O_NONBLOCK,
  SIOCOUTQNSD,
  SOL_SOCKET,
  SO_SNDBUF,
  SO_SNDTIMEO,
  SyscallError,
  type ActiveSocket,
  fcntl,
  getsockopt,
  ioctl,
  setsockopt,
} from 'sockcall';
import * as result from 'sockcall/result';
import { type Transport, closeBoth, open } from './pair';

/** Which call is looked at: the first or the second of a non-blocking descriptor, or the only one of a blocking one. */
export type Moment = 'first' | 'second' | 'blocking';

export const ARMS = ['send', 'write'] as const;
export type Arm = (typeof ARMS)[number];

/** What came of a call that was given more than any buffer holds. */
export interface Outcome {
  /** The bytes that it took; 0 if it answered EAGAIN. */
  readonly taken: number;
  readonly eagain: boolean;
  /** What SO_SNDBUF says after it has been set. */
  readonly granted: number;
  /** Of all that the sender's calls have taken: what the receiver could read at once. */
  readonly arrived: number;
  /** Of all that the sender's calls have taken: what is with the sender still, not sent. AF_UNIX keeps nothing back. */
  readonly unsent: number;
}

/** More than any call takes here. */
export const MESSAGE = new Uint8Array(16 << 20);

/** Nobody reads, so the kernel takes at once all that it will ever take. */
const PATIENCE = { seconds: 0, microseconds: 4000 };

/** Makes one call on two new sockets, and looks where the bytes are. */
export function attempt(transport: Transport, sndbuf: number | undefined, moment: Moment, arm: Arm): Outcome {
  const pair = open(transport);
  try {
    const { sender, receiver } = pair;
    if (sndbuf !== undefined) setsockopt(sender, SOL_SOCKET, SO_SNDBUF, sndbuf);
    const granted = getsockopt(sender, SOL_SOCKET, SO_SNDBUF);
    if (moment === 'blocking') setsockopt(sender, SOL_SOCKET, SO_SNDTIMEO, PATIENCE);
    else fcntl(sender, F_SETFL, fcntl(sender, F_GETFL) | O_NONBLOCK);
    if (moment === 'second') take(arm, sender);
    const taken = take(arm, sender);
    const arrived = ioctl(receiver, FIONREAD);
    const unsent = transport === 'tcp' ? ioctl(sender, SIOCOUTQNSD) : 0;
    return { taken: taken ?? 0, eagain: taken === undefined, granted, arrived, unsent };
  } finally {
    closeBoth(pair);
  }
}

/** The bytes that the call took, or nothing if it answered EAGAIN. */
function take(arm: Arm, fd: ActiveSocket): number | undefined {
  const outcome = result[arm](fd, MESSAGE);
  if (outcome.ok) return outcome.value;
  if (outcome.code === 'EAGAIN') return undefined;
  throw new SyscallError(arm, outcome.errno, { fd });
}
