import { native } from '../../../core/native';
import type { StepCall } from './step';

/** What is to be known of a call that a step can make. */
export interface StepCallFacts {
  /** The way in which it moves the message, or `none`. */
  readonly moves: 'send' | 'recv' | 'none';
  /** Whether it has MSG_ flags. */
  readonly flags: boolean;
}

const OUT = { moves: 'send', flags: true } as const;
const IN = { moves: 'recv', flags: true } as const;
const CHEAP = { moves: 'none', flags: false } as const;

export const stepCalls: Readonly<Record<StepCall, StepCallFacts>> = {
  send: OUT,
  write: { ...OUT, flags: false },
  sendto: OUT,
  sendmsg: OUT,
  writev: { ...OUT, flags: false },
  sendmmsg: OUT,
  recv: IN,
  read: { ...IN, flags: false },
  recvfrom: IN,
  recvmsg: IN,
  readv: { ...IN, flags: false },
  recvmmsg: IN,
  getsockopt: CHEAP,
  getsockname: CHEAP,
  fcntl: CHEAP,
  ioctl: CHEAP,
  poll: CHEAP,
};

export function isStepCall(value: unknown): value is StepCall {
  return typeof value === 'string' && Object.hasOwn(stepCalls, value);
}

/** Whether this platform has the call: sendmmsg and recvmmsg are Linux's. */
export function hasStepCall(call: StepCall): boolean {
  return native.measureStepNames.includes(call);
}
