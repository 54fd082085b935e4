/**
 * The calls that an arm may make. Those that move bytes move the message; the others are cheap calls on the same
 * descriptor, for experiments on what one more call costs.
 */
export type StepCall =
  | 'send'
  | 'write'
  | 'sendto'
  | 'sendmsg'
  | 'writev'
  | 'sendmmsg'
  | 'recv'
  | 'read'
  | 'recvfrom'
  | 'recvmsg'
  | 'readv'
  | 'recvmmsg'
  | 'getsockopt'
  | 'getsockname'
  | 'fcntl'
  | 'ioctl'
  | 'poll';

/** One call of an arm, as plain data. */
export interface Step {
  readonly call: StepCall;
  /** MSG_ flags, for calls that have flags; 0 if absent. */
  readonly flags?: number;
}
