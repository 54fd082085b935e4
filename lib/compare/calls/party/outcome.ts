import type { StepCall } from '../arm';
import type { CallName } from '../../../core/error/by-call';
import { SyscallError } from '../../../core/error/syscall-error';
import type { Account } from './account';
import type { Terms } from './terms';

/** How a block ended, if not as it should (0) or by a call that failed (-errno): native/measure/party/party.h. */
export const Outcome = {
  /** The other party has ended the stream. */
  END_OF_STREAM: 1,
  /** Nothing came, or nothing was taken, for too long. */
  SILENCE: 2,
  /** The other party has something to say, or is gone. */
  CALLED_OFF: 3,
} as const;

/** How a party's block ended, and what it found: plain data. */
export interface Report {
  readonly outcome: number;
  readonly account: Account;
}

/** The call that failed, as the error that the throwing door would throw. */
export function failureOf({ outcome, account }: Report, terms: Terms): SyscallError | undefined {
  if (outcome >= 0) return undefined;
  const steps = [undefined, terms.send, terms.recv][account.failedWay];
  const call: StepCall = steps?.[account.failedStep]?.call ?? 'poll';
  return new SyscallError<CallName>(call, outcome);
}
